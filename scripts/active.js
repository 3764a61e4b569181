// What of a page could run, load, restyle or lead astray, besides the programs and data that every page of a site has.
markup => {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const found = [];
  const loads = ['script', 'style', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'portal', 'video', 'audio',
    'source', 'track', 'image', 'animate', 'set', 'foreignobject'];
  const addresses = ['href', 'src', 'srcset', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'background', 'ping', 'cite',
    'to', 'from', 'values', 'lowsrc', 'dynsrc', 'manifest'];
  const relations = ['stylesheet', 'icon', 'apple-touch-icon', 'alternate', 'search', 'canonical', 'license', 'prev',
    'next', 'first', 'last', 'up', 'preload'];
  const within = root => [...root.querySelectorAll('*')].flatMap(one => one instanceof HTMLTemplateElement ? [one, ...within(one.content)] : [one]);
  for (const one of within(page)) {
    const name = one.localName.toLowerCase();
    const told = one.outerHTML.slice(0, 120);
    const isData = name === 'script' && one.type === 'application/ld+json';
    const isOurs = name === 'script' && /^(\/|(\.\.\/)*)assets\/[\w.-]+$/.test(one.getAttribute('src'));
    if (isData) try { JSON.parse(one.textContent) } catch { found.push(`no JSON: ${told}`) }
    if (loads.includes(name) && !isData && !isOurs) found.push(told);
    const isOfAnAlias = /^0; url=(\.\.\/)+(undated|\d{4}\/\d{2})\/[\w-]+\/index\.html$/.test(one.content);
    if (name === 'meta' && /refresh|cookie/i.test(one.httpEquiv) && !isOfAnAlias) found.push(told);
    if (name === 'link' && !(relations.includes(one.rel) && one.closest('head'))) found.push(told);
    for (const { name: attribute, value } of one.attributes) {
      if (/^on|^srcdoc$|^style$/i.test(attribute)) found.push(`${attribute}: ${told}`);
      if (!addresses.includes(attribute.toLowerCase())) continue;
      let address;
      try { address = new URL(value, 'https://own.test/a/b/c/d/') } catch { continue }
      const isLink = name === 'a' && ['http:', 'https:', 'mailto:'].includes(address.protocol);
      if (!isLink && address.origin !== 'https://own.test') found.push(`${attribute}: ${told}`);
    }
  }
  return found;
}
