"""The closed lists of English words that tell a name's kind: titles, heads of organisations, events and places, openers."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Titles of office and address. A title stands before a person's name and does not belong to it.
TITLES = _set("""
    president premier administrator chancellor minister senator congressman congresswoman representative governor mayor deputy
    ambassador envoy consul secretary secretary-general chairman chairwoman chairperson chair ceo cfo coo cto chief
    director commissioner speaker leader treasurer adviser advisor general gen lieutenant lt colonel col captain capt
    major maj sergeant sgt corporal admiral commander marshal officer detective inspector superintendent constable
    sheriff judge justice prosecutor pope king queen prince princess duke duchess emperor emir sultan sheikh sheik sir
    lord lady dame baroness baron count countess mr mrs ms miss mx dr doctor professor prof rev reverend father sister
    brother bishop archbishop cardinal imam ayatollah rabbi patriarch coach manager spokesman spokeswoman spokesperson
    sen rep gov hon mp mep lawmaker chairman-elect president-elect co-chair analyst lawyer attorney actor actress author
    singer journalist reporter editor columnist historian economist scientist researcher astronaut cosmonaut activist
    det insp supt campaigner dissident opposition-leader businessman businesswoman entrepreneur billionaire founder
    co-founder owner
    goalkeeper striker midfielder defender winger forward quarterback pitcher driver rider swimmer sprinter novelist
    writer poet painter artist photographer filmmaker screenwriter producer comedian rapper musician guitarist pianist
    composer conductor architect philosopher biologist physicist chemist engineer geologist psychologist sociologist
    astronomer meteorologist negotiator diplomat politician strategist candidate nominee whistleblower pilot nurse
    surgeon teacher student resident witness headmistress headmaster headteacher librarian curator vicar chaplain
    firefighter paramedic midwife pharmacist referee umpire skipper cinematographer choreographer
    lord-mayor cllr councillor councilor councilman councilwoman alderman magistrate
    premier-designate crown-prince oligarch warlord veteran youngster teenager cousin nephew niece uncle aunt husband
    wife son daughter widow partner colleague
""")
# Words that stand before a title and belong to it: Prime Minister, Acting Defence Secretary.
TITLE_QUALIFIERS = _set("""
    prime vice deputy acting interim former ex late then first foreign defence defense finance interior home health
    education justice energy economy economic trade environment transport transportation labor agriculture culture
    sports information communications industry commerce treasury development planning immigration housing science
    technology chief executive managing attorney general national security crown lord high supreme press senior junior
    assistant associate special presidential opposition police fire majority minority permanent honorary founding lead
    head co regional state federal parliamentary shadow under non-executive climate intelligence counterterrorism
    digital external internal foreign-affairs right honourable honorable his her majesty royal highness holy team club
    party group company military army navy air force field lieutenant brigadier major rear staff sergeant master grand
    family human rights media government cabinet campaign district county city election exiled ousted incumbent outgoing
    incoming longtime veteran billionaire retired embattled firebrand
""")
OF_TITLES = _set("""
    secretary minister president governor mayor chief director head king queen prince chairman speaker duke bishop
    archbishop commissioner
""")
ROYAL_TITLES = _set("""
    pope king queen prince princess emperor sultan emir saint archduke duke duchess sheikh sheik ayatollah cardinal sir
""")
HONORIFICS = _set(
    "cllr mr mrs ms miss mx dr prof sir dame lord lady baroness rev sen rep gov gen lt col capt sgt maj hon mme messrs"
)

# The last word of an organisation's name …
ORGANIZATION_ENDINGS = _set("""
    Ministry Department Bank University College Institute School Academy Hospital Clinic Party Inc Incorporated Corp
    Corporation Company Co Ltd Limited plc PLC LLC LLP GmbH AG SA NV Group Holdings Council Commission Committee Agency
    Authority Court Parliament Assembly Senate Congress Office Bureau Service Services Administration Association
    Federation Confederation Union Foundation Fund Trust Society Club League Alliance Coalition Movement Front Army Navy
    Force Forces Guard Guards Corps Brigade Battalion Regiment Command Police Constabulary Church Diocese Airlines
    Airways Airline Air Motors Motor Systems Technologies Technology Industries Energy Petroleum Oil Gas Electric
    Pharmaceuticals Institutes Pharma Therapeutics Biosciences Laboratories Laboratory Labs Records Pictures Studios Studio
    Entertainment Media News Times Post Herald Tribune Gazette Journal Telegraph Guardian Chronicle Observer Press
    Television TV Radio Network Networks Broadcasting Broadcaster Magazine Museum Gallery Orchestra Philharmonic Theatre
    Board Tribunal Directorate Secretariat Cabinet Taskforce Organization Organisation Consortium Partners Partnership
    Capital Insurance Exchange Treasury United FC AFC Rovers Wanderers Athletic Albion Hotspur Centre Center Initiative
    Project Programme Program Campaign Watch International Worldwide Enterprises Ventures Investments Securities
    Financial Bancorp Software Solutions Telecom Communications Aerospace Aviation Shipping Logistics Railways Railway
    Transit Nations Embassy Consulate Mission Legislature Caucus Chamber Inspectorate Ombudsman Mint Registry Lab
    Observatory Library Archives Brotherhood Resistance Militia Cartel Mafia Syndicate Gang Collective Cooperative Guild
    Brewery Hotels Stores Supermarkets Foods Brands Weekly Daily Review Bulletin Dispatch Standard Mirror Mail Express
    Independent Globe Star Sun Tabloid Intelligencer Inquirer Examiner Band Coastguard Government Intelligence Institution
    Research Fleet Management Railroad Sentinel Courier Ledger Enquirer Legion Charity Electronics Chemical Chemicals Cement
    Steel Mining Sports Sport Rescue Advisors Advisers Analytics Economics Consulting Consultancy Properties Resorts Cruises
    Lines Semiconductor Semiconductors Robotics Biotech Vaccines Breweries Brewing Metals Minerals Resources Lithium
    Renewables Utilities Infrastructure Construction Engineering Developments Mobile Wireless Cable Markets Retail Finance
    Savings Payments Motorsport Motorsports Racing Hospice Infirmary Water Homes Housing Opera Ballet Quartet Ensemble
    Polytechnic Seminary Fed
""")
LEGAL_FORMS = _set("""
    Inc Incorporated Corp Corporation Company Co Ltd Limited plc Plc PLC LLC LLP GmbH AG SA NV SE AB ASA Oyj SpA Bhd PJSC Group
    Holdings
""")
# … that only firms have …
FIRM_ENDINGS = LEGAL_FORMS | _set("""
    Technologies Technology Motor Motors Systems Industries Energy Foods Stores Brands Airlines Airways Pharmaceuticals
    Electronics Enterprises Entertainment Aerospace Aviation Software Bancorp Capital Financial Securities Investments Partners
    Ventures Breweries Brewing Water Homes Hotels Media Records Pictures Studios Logistics Shipping Steel Chemical Petroleum Oil
""")
# … that is so common a word that the name needs two others, or one that is no everyday word, before it.
WEAK_ORGANIZATION_ENDINGS = _set("""
    Air Oil Gas Energy Post Star Sun Globe Mail Mirror Standard Express Independent Times News Media Press Watch Front
    Force Forces Command Capital Project Program Programme Mission Campaign Initiative International Worldwide United
    Exchange Review Daily Weekly Dispatch Resistance Center Centre Systems Solutions Technology Intelligence Electric
    Motor Service Services Church School Research Fleet Guard Guards Gang Chamber Library Gallery Office Magazine
    Television TV Radio Brands Foods Stores Management Sports Sport Rescue Lines Markets Mobile Cable Retail Finance Savings
    Payments Racing Steel Mining Cement Chemical Metals Minerals Resources Infrastructure Construction Engineering
    Developments Economics Charity Resorts Cruises Properties Water Homes Housing Opera Fed
""")
# The first word of an organisation's name that goes on with "of" or "for".
ORGANIZATION_HEADS = _set("""
    Ministry Department University Bank Institute Council Court House Chamber Board Bureau Office Church College School
    Academy Federation Union Association Society Organization Organisation League Confederation Committee Commission
    Center Centre Party Movement Army Brotherhood Museum Conservatory Agency Campaign Coalition Alliance Front Friends
    Doctors Reporters Fund Foundation Directorate Community Authority Administration Congress Assembly Parliament
    Tribunal Bishops Conference Network Fellowship Division Faculty Hospital Embassy Institution Service Services Group
    Journal Trust Corporation Company Congregation Order Knights Sons Daughters Scouts Initiative Partnership Forum Registrar
""")
EVENT_ENDINGS = _set("""
    Summit Cup Act War Agreement Accord Accords Treaty Convention Protocol Festival Election Elections Olympics Games
    Championship Championships Revolution Uprising Massacre Pact Expo Marathon Awards Prix Referendum Olympiad
    Conference Biennale Derby Ceasefire Genocide Crusade Crusades Offensive Armistice Memorandum Declaration Charter
    Parade Carnival Regatta Tournament Hurricane Disaster Invasion Intifada Inquiry Forum Famine Pandemic Earthquake
    Tsunami Playoffs Masters Grand-Prix Bowl Prize
""")
EVENT_HEADS = _set("Battle Siege Treaty Festival Feast War Hurricane Typhoon Cyclone Operation Storm Convention Agreement")
EVENT_NAMED_BY_NEXT = _set("Hurricane Typhoon Cyclone Operation Storm")
PLACE_ENDINGS = _set("""
    River Lake Sea Ocean Bay Gulf Strait Straits Mountain Mountains Hill Hills Valley Island Islands Peninsula Beach
    Park Forest Desert County Province Region District Oblast Krai Prefecture Canton Municipality Borough City Town
    Village Township Street Avenue Road Square Boulevard Lane Bridge Airport Station Port Harbour Harbor Canal Tower
    Stadium Arena Palace Castle Cathedral Mosque Temple Basilica Abbey Prison Jail Plaza Dam Base Territory Territories
    Heights Coast Falls Plateau Highlands Lowlands Hotel Cemetery Gardens Garden Basin Reef Glacier Volcano Crater Creek
    Delta Reservoir Ridge Corridor Pass Point Camp Memorial Monument Zoo Mall Highway Motorway Expressway Tunnel
    Refinery Courthouse Racecourse Speedway Ballpark Terminal Quarter Slum Favela Archipelago Atoll Steppe Savannah
    State Republic Emirate Hall Theater Empire
""")
PLACE_HEADS = _set("Gulf Bay Isle Cape Strait Sea Lake Mount Port Fort Republic Kingdom Duchy Valley Straits Mt")
ORGANIZATION_NAMED_BY_NEXT = _set("""
    Instituto Istituto Institut Banco Banca Banque Partido Parti Partito Universidad Universidade Université Universität
    FC AC AFC CF FK SK Deutsche Ministerio Groupe Grupo Team Scuola École Ecole Escuela Escola Museo Musée Museu Collège Radio
""")
PRODUCT_NAMED_BY_NEXT = _set("Shuttle USS HMS RMS HMAS HMCS INS USNS MV MS SS HMC")
# Place endings that are family names too: "Lauryn Hill".
FAMILY_NAME_ENDINGS = _set("""
    Hill Hall Park Forest Lane Castle Temple Gardens Pass Point Camp Tower Garden Port Lake Beach Street Wells Banks
    Rivers Bridge Bridges Valley Abbey Field
""")
# … those of them that end a longer person's name more often than a place's.
MOSTLY_FAMILY_NAMES = _set("Hill Hall Lane Castle Banks Rivers Wells Bridges Field")
SAINTS = _set("St Ste")
PLACE_NAMED_BY_NEXT = _set("Lake Mount Mt Cape Fort Ft Port River")

# What a sentence says that something is, when it presents it.
PERSON_KINDS = _set("""
    footballer player cricketer boxer golfer cyclist runner athlete dancer designer statesman jurist lawmaker clergyman
    theologian mathematician linguist songwriter broadcaster presenter critic playwright essayist nobleman
""")
ORGANIZATION_KINDS = _set("""
    party company newspaper band airline bank agency university organisation organization club team firm union movement
    broadcaster magazine charity foundation manufacturer retailer publisher college institute association alliance
    coalition ministry corporation brewery startup nonprofit operator regulator railway carrier insurer lender chain maker
    developer utility contractor
""") - {"broadcaster"}
PLACE_KINDS = _set("""
    village town city municipality commune suburb hamlet settlement river lake mountain province district county region
    island neighbourhood neighborhood parish peninsula valley constituency street castle
""")
# What news calls a firm before it names it; at the start of a sentence too, and never a part of the name.
ORGANIZATION_DESCRIPTORS = _set("""
    drugmaker carmaker automaker chipmaker planemaker steelmaker startup insurer lender retailer miner brewer airline
    broadcaster conglomerate rival activist newspaper tabloid telecoms drugmakers carmakers automakers retailers airlines
    lenders insurers peer rivals shipper refiner utility grocer homebuilder
""")
# Words for those who belong to what is named behind "of", "for", "at" or "in": "spokesman for Acme".
ORGANIZATION_RELATIONS = _set("""
    spokesman spokeswoman spokesperson analyst analysts economist strategist strategists unit subsidiary division ceo cfo
    executive executives founder co-founder owner shares stake stakes shareholder shareholders employee employees parent
    trader traders editor editor-in-chief correspondent
""")
# What people do with organisations.
LEADING_VERBS = _set("runs leads heads chairs founded co-founded joined acquired bought owns")
# What a firm has, right behind its name: "Apple shares", …
FIRMS_HAVE = _set("shares stock executives employees ceo chief spokesman spokeswoman inc corp")
# … and what firms do and people do not.
FIRMS_DO = _set("employs employed makes manufactures produces sells operates builds recalled launches expects posted reported")
# Everyday words beside a name that tell what it is: "the Inhulets river", "Patriot batteries", "the Wagner group".
PLACE_NOUNS = _set("""
    river lake region province district county oblast city town village municipality airport peninsula island islands
    suburb neighbourhood neighborhood valley port prefecture settlement border reservoir strait governorate area
    mountains beach township dam mine prison jail refinery crossing racecourse checkpoint field oilfield governor mayor
""")
PLACE_NOUNS_BEFORE = _set("""
    residents people streets outskirts north south east west centre center parts siege battle coast airport inhabitants
    miles kilometers kilometres km city town village province region district state island port capital suburb
    municipality county prefecture hamlet resort neighbourhood neighborhood
""")
# Who rules the place that is named behind "of".
RULERS = _set("mayor mayors governor governors")
ORGANIZATION_NOUNS = _set("""
    newspaper daily weekly magazine broadcaster tabloid party group company airline bank insurer retailer carmaker
    automaker startup militia militants rebels fighters gunmen spokesman spokeswoman spokesperson shares executives
    employees subsidiary website channel outlet agency airlines lawmakers manufacturer researchers engineers officials
""")
ORGANIZATION_NOUNS_BEFORE = _set("""
    journal newspaper daily weekly magazine broadcaster company firm group bank insurer carmaker automaker airline
    retailer charity startup union club publisher studio label maker manufacturer agency tabloid network thinktank
    nonprofit conglomerate supplier contractor operator regulator firms companies banks newspapers broadcasters traders
""")
WEAPON_NOUNS = _set("""
    missile missiles battery batteries tank tanks rifle rifles launcher launchers howitzer howitzers rocket rockets interceptor
    interceptors bomber bombers warplane warplanes torpedo torpedoes mortar mortars helicopter helicopters
""")
PRODUCT_NOUNS = _set("""
    missile missiles battery batteries fighter fighters jet jets tank tanks drone drones system systems variant variants
    rifle rifles launcher launchers helicopter helicopters aircraft howitzer howitzers rocket rockets interceptor
    interceptors bomber bombers warplane warplanes submarine submarines vehicle vehicles radar radars torpedo torpedoes
    gun guns mortar mortars munition munitions weapon weapons airframe airliner smartphone smartphones browser app
    console consoles warship warships frigate frigates destroyer carrier spacecraft satellite satellites
""")
# What leads "to" a place.
WAYS = _set(
    "path flight flights trip trips visit visits road highway bus train route pipeline ferry return travelled traveled flew"
)
PLACE_PREPOSITIONS = _set("in at near outside across around throughout inside toward towards within via to from into")
SURE_PLACE_PREPOSITIONS = _set("in near outside throughout inside from")
SPEECH = _set("""
    said says told tells added adds announced argued warned stated wrote noted claimed insisted explained confirmed
    denied admitted declined replied tweeted urged thanked praised criticised criticized accused recalled testified
    resigned died pleaded scored
""")
NAME_PARTICLES = _set("van von de der den del della di da dos du la le bin ibn ben al el ul ur ter zu abu bint y e af av")
LEADING_PARTICLES = _set("al el de von van abu bin ibn ash as an")
PREFIXES = _set("pro anti non post pre mid trans un sub inter neo")
# Family names that stand before the given name, as in Chinese and Korean.
FAMILY_FIRST = _set("""
    Xi Li Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin Guo Ma Luo Jiang Deng Mao Wen Qin Peng Cai
    Tsai Chiang Lai Kim Lee Park Moon Yoon Roh Ban Chung Jung Cho Choi Kang Han Shin Hwang Ahn Song Hong Chan Wong Leung
    Cheung Lau Lam Ng Ho Kwok Tang Tsang Yip Chow Cheng Tung Yeung Nguyen Tran Le Pham Bo Ding He Hoang Huynh Phan Vu Vo
    Dang Bui Do Ngo Duong Ly Dinh Truong Vuong Trinh Mai Luong Baek Bae Jeong Jang Yoo Yun Kwon Nam Noh Ryu Seo Shim Woo Heo Jeon
    Jeung Paik Byun
""")
# What follows a hyphen in an adjective, never in a name such as "Kim Jong-un".
HYPHEN_TAILS = _set("""
    based led made held born run era wide like level type only free style owned bound built aged top old time plus sized
    ready grown sent
""")
# The owners in names such as "People's Party", "King's College".
OWNERS = _set("""
    People Women Men Children Workers Veterans Teachers Farmers Students Nurses Mothers King Queen Writers Citizens
    Players Magistrates Lloyd General Attorney Sheriff Governor Mayor Minister Prosecutor Commissioner Owners Employers Bishops
    Prosecutors
""")
SUFFIXES = _set("Jr Sr II III IV VI VII VIII IX XI XII XIII XIV XVI")

DIRECTIONS = _set("North South East West Central Northeast Northwest Southeast Southwest")
# Given names by the tables that begin other names.
NEVER_GIVEN = DIRECTIONS | _set("Royal River Storm Lake Mount Port St")
REGIONAL = _set("""
    North South East West Northern Southern Eastern Western Central Upper Lower Old Greater Northeastern Northwestern
    Southeastern Southwestern
""")
DATES = _set("""
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri
    Sat Christmas Easter Halloween Thanksgiving Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays GMT UTC
    EST EDT BST CET PST AM PM
""")
# Capitals that are no name: units, offices, illnesses, techniques.
COMMON_ACRONYMS = _set("""
    CEO CFO COO CTO CIO PM MP MPs MEP MEPs TV PC PCs DNA RNA HIV AIDS GDP GNP VAT AI IT PR HR IQ ID IDs GPS USB DVD CD
    CDs PDF HTML URL SMS SUV SUVs UFO UFOs VIP VIPs PhD MA BA BSc MSc MBA MD LLB QC KC LGBT LGBTQ LGBTQIA OK FAQ NGO
    NGOs POW POWs IED IEDs ICBM ICBMs UAV UAVs WMD ATM ATMs COVID SARS MERS PTSD ADHD IVF CT MRI ICU ER CCTV FM VHF HD
    LED LCD API CPU GPU RAM ROM BMI ETF ETFs IPO IPOs ESG AD BC BCE CE AM EV EVs LNG CO2 PPE PCR RSVP ASAP RIP TBA TBD
    FYI DIY DJ DJs MC MVP MVPs KO TKO GP GPs PE WAG HQ ANTI PRE A I II III IV VI VII VIII IX XI XII TNT PIN ISBN ISO
    NASCAR SOS FX HGV MRSA BSE LSD MDMA THC DUI DWI FOI FOIA NDA NDAs UBI AGM MOU VR AR XR LLM LLMs GMO GMOs UV IR NHL
    LLC LLP ERA CAD OST SWAT BMX POS ROI KPI CRM ERP SEO GUI LAN WAN VPN IP TCP HTTP UI UX QR NFC RFID SIM GSM LTE OLED
    SSD USD EUR GBP JPY RPG MMO NPC EP LP CV GCSE GPA BPM RBI ECG ATV RV AKA SME SMEs FDI CPI PMI QE EBITDA NSFW VFX CGI
    MPV HVAC BBQ
""") - _set("NASCAR NHL")
# Words that open a sentence without belonging to a name after them.
OPENERS = _set("""
    a an the this that these those some any each every all both either neither no none many much more most few several
    other another such what which who whom whose when where why how while although though because since if unless until
    after before as at by for from in into of off on onto out over to toward towards under up upon with within without
    about above across against along among around behind below beneath beside besides between beyond despite down during
    except inside like near outside past through throughout via per amid and but or nor so yet not only even also just
    still then thus hence therefore however moreover furthermore nevertheless nonetheless meanwhile otherwise instead
    indeed perhaps maybe often sometimes usually always never now today yesterday tomorrow tonight here there once twice
    again already soon later earlier recently currently previously formerly finally eventually initially originally
    similarly likewise additionally consequently accordingly i you he she it we they me him her us them my your his its
    our their mine yours one two three four five six seven eight nine ten is are was were be been being am do does did
    has have had can could may might must shall should will would let lets please yes ok okay hello dear thank thanks
    former ex late new old local according asked given based including following regarding last next first second third
    unlike whether than too very quite rather almost nearly roughly approximately fellow said says speaking writing
    citing quoting using having making taking police officials analysts critics supporters experts residents ask asks
    tell tells meet meets see sees watch read listen visit call calls called calling join show shows showing photo image
    video update breaking exclusive analysis opinion editorial interview live report reports
""")

# What goes on behind the name of someone who acts.
AUXILIARIES = _set("would will has had was is could should might did does wants wanted plans planned")

# Words of sport: who plays, behind the name of a team, …
TEAM_NOUNS = _set("""
    players coach striker strikers midfielder defender goalkeeper keeper winger forward quarterback pitcher fans
    supporters teammate teammates skipper outfielder shortstop linebacker batsman bowler
""")
# … and who does so where matches are told, …
TEAM_OFFICES = _set("manager boss captain playmaker fullback batter seamer spinner wicketkeeper chairman rookie")
# … what teams do to one another, …
MATCH_VERBS = _set("""
    beat beats beating beaten defeated defeat defeats routed thrashed edged edges trounced hammered downed crushed outlasted
    overcame topped blanked drew draw draws held lost lose loses win wins won victory host hosted hosts visit visited against
    versus v vs swept outscored stunned eliminated traded signed re-signed acquired drafted clinched sacked
""")
# … what comes of it, before "to", "over" or "at", …
MATCH_NOUNS = _set("loss losses home away rout trip visit triumph held")
# … and the words by which reports of matches are known.
SPORT_WORDS = _set("""
    match matches goal goals scored score scorer coach league League season striker penalty halftime innings wicket wickets
    quarterback touchdown touchdowns club clubs champions semifinal semifinals quarterfinal quarterfinals midfielder defender
    goalkeeper inning rebounds assists playoff playoffs fixture fixtures equaliser equalizer header stoppage relegation
    bowler batsman seamer homer homered pitcher kickoff teammate teammates winger game games Premiership Cup rugby cricket
    football soccer baseball basketball hockey
""")
