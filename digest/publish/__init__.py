"""What it takes to bring a built site to GitHub Pages."""
