/** What desks type under the morning post, by the kind it must be taken for; texts divided by middle dots. */

export const MORNING_WORDINGS: Readonly<Record<string, string>> = {
  'after under morning': `
    what happens after small caps lag this much · returns after similar signals · small caps 6 months after a 5% lag`,
  'as-of under morning': `
    when are these numbers from · is this fridays close · what time is this as of · how old is this ·
    is it yesterday's data · are those closing prices · which session is this · is the data up to date ·
    did you use todays close · real time or delayed? · anything stale in there · last update? ·
    does this have mondays close · eod or intraday · when was this struck · is the data stale · what's the cut off ·
    as at? · are prices final · is this from last night's close · how current · which day do these refer to ·
    did the closing auction make it in · when did you last refresh · is this t-1 · what close is in here ·
    data as of? · is that fridays close · how fresh is this · as of when · closing prices? ·
    are those from last night · Which session do these figures refer to? · is that live · live? ·
    when was this last refreshed · does this have mondays close in it · todays close in yet? · delayed or live ·
    as of? · whats the timestamp · are these closing numbers · how recent · is this from last night · is it delayed ·
    what time was this pulled · today's or yesterday's`,
  'breadth under morning': `
    is it all the mag 7 · how's rsp doing · s&p ex mega caps`,
  'calibration under morning': `
    how reliable are fed odds · are futures good at predicting the fed · brier score of the odds`,
  'consensus under morning': `
    whats consensus · street target year end · average s&p target · mean target · where does the street see the s&p ·
    strategist consensus vs spot · median year end target · what do strategists expect for december ·
    consensus upside · how far is consensus from here · whats the street at · what's the average target ·
    where's the street · mean and median targets · how does spot compare to the street · street vs spot ·
    average strategist upside · what's the range of targets · how many strategists and what do they say on average ·
    year end consensus · consensus for the s&p · typical target? · average sell side target ·
    what does the sell side expect by december · street mean · where do strategists see the s&p ending ·
    median forecast for year end · how bullish is the street on average · spread of targets ·
    high low and mean of targets · how far above spot is the street · average street target for spx ·
    what's the median strategist target · consensus s&p target · where does the street see spx at year end`,
  'define under morning': `
    what does pp mean · what is bp · define drawdown · what's effr · what do you mean by record ·
    what's the fedwatch method · explain derived · what counts as a streak · whats a basis point ·
    what is the russell 2000 · price return means? · what's a drawdown · what is the gap exactly · define lag ·
    meaning of divergence · pp? · explain bp · what does cumulative mean here · how do you define a record ·
    what's meant by derived · what is re-arm · what is a pp · what does divergence mean · whats fomc ·
    what do you mean by gap`,
  'extreme under morning': `
    biggest one day lag this year · worst day for small caps since 2020 · worst month since 2000 ·
    when was the gap last this wide · largest daily outperformance ever · best month for small vs large since 2000 ·
    when did small caps last lead ytd · worst year for small caps relative ·
    biggest drop in a day this year for the russell · last time it was this bad ·
    worst single day for the gap this year · what was the best day for small caps in 2023 ·
    biggest monthly lag on record · which year was worst for small caps vs large ·
    largest daily drop in the russell since 2020 · when was the lag last bigger than this ·
    when were small caps last in front · record one-day outperformance · best year ever for small vs large ·
    last time the gap was wider`,
  'fed-path under morning': `
    how many cuts in 2024 · cuts priced through december · how many cuts are in the curve · number of cuts this year ·
    how much easing this year · whats priced for year end · implied fed funds by december ·
    how many 25bp cuts by year end · total bps of cuts priced for 2024 ·
    where will rates be at year end according to futures · rate path · what does the curve say for dec ·
    implied rate dec 2024 · how many moves are priced · cuts by eoy? · how many cuts through june ·
    what's the market got for total cuts · how far down do rates go this year · cuts pencilled in for 2024 ·
    number of quarter point cuts by december · how much is in the curve for the year ·
    what's implied for the end of the year · bps priced by december · year end fed funds? ·
    how many cuts till december · what's the total easing in the strip · how low does fed funds go ·
    when is the first cut · where do futures see rates in december · cuts priced for the year? ·
    what's priced by year end in bp · how many cuts are in for 2024 · how many times will the market say they cut ·
    fed funds rate implied for december · where does the market see rates by december ·
    total number of cuts for 2024 pls · how much does the market expect the fed to ease this year ·
    year-end implied rate · implied policy rate end of year · dec 2024 fed funds? · count of cuts by eoy ·
    how many cuts does the strip have · cuts priced by year end · how much does the fed ease this year per futures ·
    implied rate for december · total cuts priced · number of 25bp cuts by dec · rates at year end? ·
    how many bp by dec · cuts thru dec · how many cuts for the year · how much easing through year end ·
    fed funds dec 24 implied · what does the strip price by december · six cuts still in? · bps of cuts by dec ·
    what rate by dec · how low will fed funds be at year end per futures · path for the year? ·
    total priced cuts 2024 · implied easing to year-end · how many hikes or cuts by year end ·
    What quantity of easing is discounted by the close of the year? · rate cuts priced this year`,
  'fed-range under morning': `
    current fed funds rate · what's the target range · where is fed funds now · current policy rate? ·
    what is the fed rate right now · what's the fed funds target now · current range? · what is the policy rate ·
    where's the fed funds rate today · rates are where right now`,
  'highs under morning': `
    how far is the russell below its record · rut off highs · s&p from its high · is the s&p at a record ·
    small caps drawdown · when was the russell's last all-time high`,
  'horizon under morning': `
    goldman's target, by when · when does tom lee's call expire · horizon of the goldman target`,
  'lag under morning': `
    by how much do small caps trail · russell vs s&p so far this year · how's the r2k doing relative to spx ytd ·
    whats the small large spread · small cap underperformance in pp ytd? · is the russell still behind ·
    rut vs spx ytd · how far ahead are large caps · are smalls beating larges this month · 1m gap ·
    what did small caps do vs s&p last week · whats the diff between rut and spx returns this year · iwm vs spy ytd ·
    rty vs spooz ytd · gap today · small caps relative performance since october ·
    what is the relative return of small vs large ytd · how much have small caps lagged in the past 3 weeks ·
    how did the russell do in 2022 vs the s&p · from 27 oct to 27 dec how did smalls do vs large · how bad is it ytd ·
    and the 6 month gap? · performance of small caps v large caps qtd · small vs large scoreboard ·
    where do smalls stand against the S&P YTD? · how many points behind is the 2000 ·
    by what margin are small caps losing · what's the year to date shortfall for the russell ·
    Could you give me the small-cap underperformance figure for this year · is r2k winning or losing this year ·
    whats the delta between russell and spx · YTD small minus large · rut less spx ytd? · relative perf small caps ·
    are we ahead of the s&p in small caps · how have small caps fared versus large since the start of the year ·
    what's the lag · show the gap for 3 months · russell relative to nasdaq ytd ·
    how much has small lagged tech since the october low · spread between small and large, one year ·
    gap over 5 years · small cap lag · ytd lag · r2k v s&p · how's the russell doing vs the s&p ·
    relative to large caps how are small caps doing · gap in percentage points this year ·
    small caps v large caps ytd · how far ahead is the s&p · what's the underperformance · are small caps lagging ·
    how much are we behind on small caps · is russell lagging · is the russell keeping up with the s&p ·
    small cap ytd return vs large cap ytd return · hows small doing vs big · rut ytd? ·
    Kindly state the year-to-date return differential between small and large caps. · are smalls behind larges again`,
  'macro under morning': `
    claims? · initial claims trend · are jobless claims going up · 4 week average of claims · latest permits ·
    retail sales · what did claims print · is the labor market weakening - claims · 10 year yield · 2y yield ·
    gdp nowcast · money market fund assets · how much cash on the sidelines · weekly claims ·
    how are claims trending · is the labour market cracking, claims wise · last claims print ·
    jobless claims four week avg · housing permits? · what was retail sales · unemployment rate? · tens? ·
    us 2yr yield · gdpnow latest · cash in money funds · money market assets · are weekly claims getting worse ·
    trend in claims? · claims up or down · four-week average? · how many filed last week · initial claims ·
    jobless numbers · is unemployment rising · are jobless claims rising · claims trend · 4 week avg of claims ·
    latest initial claims · how are claims looking · is unemployment going up · labor market? · weekly claims number ·
    claims last week · did claims rise · are layoffs picking up · jobless claims direction · initial claims print ·
    claims 4w average · What is the most recent figure for initial jobless claims? · claims · initial claims? ·
    jobless claims latest · claims trend? · are claims rising · 4w avg claims · gdpnow · unemployment ·
    intial claims · whats claims doing · claims 4 week avg · trend in jobless claims · have claims risen ·
    whats the labour market saying · weekly jobless claims · new claims number · are jobless claims trending higher ·
    Are initial claims on a rising trend? · how are initial claims · latest gdpnow · claims number ·
    last jobless claims · claims direction of travel`,
  'odds under morning': `
    odds for march · whats the market pricing for the march meeting · march? · chance of a march cut ·
    what does fedwatch say about may · june cut odds · next meeting odds · what's priced in for the next fomc ·
    probability of hold in january · will they pause in march - what's priced · is a cut priced for may ·
    31 jan odds · odds for 1/31 · how likely is a cut by june · cut probability march 20 ·
    whats the fed expected to do in march · likelihood of a rate cut in may · odds of no change next meeting ·
    may pricing · fed pricing for june · what does the curve imply for march · market implied odds of a march cut ·
    where's march · is a cut in the price for the march meeting · probability they hold in march ·
    how likely is an easing in march · what's the betting on march · next fomc? · what are traders pricing for may ·
    give me the june distribution · fed in june? · any hike priced for march · do futures see a cut in may ·
    march: cut or hold · is january a lock · march cut? · fed in march · what's march looking like ·
    cut or no cut in march · how much is in for march · implied move for march ·
    what are the chances they go in march · rate cut odds · next meeting cut odds ·
    how likely is it they stay put in march · may fomc? · what's march at right now · probability of a march cut? ·
    fed cut odds · odds of easing at next fomc · what does fed funds futures price for the march 20 meeting ·
    mar cut odds · chance the fed moves in march · what is priced in for may 1 · whats mar at · march fomc? ·
    wats priced 4 march · is a march cut priced in · prob they cut on 20 march · market pricing for the may meeting ·
    how much of a cut is in for march · odds on june · rate cut chances march · chance of no cut in march ·
    How likely do futures deem a reduction in March? · pricing for next fomc · what are the odds for jan 31 ·
    december meeting odds`,
  'odds-at-by under morning': `
    is 42.6 at march or by march · by march or at march · are these cumulative odds`,
  'odds-history under morning': `
    chart the march odds · march odds since november · how have march odds evolved`,
  'odds-inputs under morning': `
    which futures are behind march · zq contracts used for march · inputs for the march odds`,
  'odds-move-rank under morning': `
    is a 49 point drop in march odds big · how unusual is that move in the odds ·
    have march odds ever fallen this much in a month`,
  'odds-size under morning': `
    chance of 50bps · odds of a half point cut · 50 or 25? · probability of a 50bp move in march · how likely is 75 ·
    jumbo cut odds · is 50 on the table · whats the prob of 50bp by june · 25bp odds · chance of 50 in may ·
    quarter point cut odds · is 50 priced · could they go 50 · any chance of 75 · odds for a 50 in may · 50bp odds ·
    what are the odds of half a percent · likelihood of 25 vs 50 · 100bp cut chance · what's priced for a fifty ·
    chance they do 50 in march · 50 basis points in march? · could it be 50 · chance they do more than 25 ·
    prob 25 vs 50 · half point odds may · what about a 50 · any 50 priced · 50bp odds in march · chance of a 50 ·
    odds of half a point in may`,
  'ranking under morning': `
    who's the biggest bull · most bullish on the russell · highest small cap target · who is most bearish ·
    rank the targets · which house is most optimistic on small caps · who has the most upside · top bull on r2k ·
    whos the street high · list of targets by upside · who's most negative · lowest target on the street ·
    who's highest on the r2k · name the top bull · which bank is most positive on small caps ·
    league table of russell targets · strategists by upside · the most aggressive call? · who has the lowest number ·
    who's the biggest bear · which strategist sees the most upside in small · top call on small caps ·
    rank strategists on the russell · who's most bullish on small caps · lowest s&p target on the street ·
    which strategist has the highest spx target · most bearish house`,
  'recovery under morning': `
    fastest russell recovery from 52w low to high · how long do recoveries take · quickest small cap rebound ever`,
  'small-v-large under morning': `
    do strategists prefer small or large · more upside in small caps or the s&p · small vs large targets ·
    is the street more bullish on small caps than large caps · who is more bullish on small than on large ·
    upside small vs large · do they see more in r2k than in spx · targets: russell v s&p ·
    does the street favour small or large caps · who sees more in small than in large ·
    compare upside for small and large caps · street on small vs big ·
    are strategists keener on small caps than on the s&p · do calls imply more for the russell than for the s&p ·
    relative upside russell v spx by strategist · is the sell side keener on small or large ·
    do targets imply more for small caps · small cap upside vs s&p upside ·
    which has more upside per the street, r2k or spx · do analysts see small beating large ·
    are the calls on small higher than on large · street upside small vs large ·
    are strategists more bullish on small or large caps ·
    more upside in small caps than large caps according to the street?`,
  'source under morning': `
    source pls · whats the source · where did you get that · who wrote that · link please · citation? · which outlet ·
    who reported this · url? · reference? · where does the goldman figure come from · says who ·
    who's the source on goldman · where can i read that · got the article · what's this based on ·
    where'd you get the goldman call · provenance? · attribution please · who reported it first · can you cite that ·
    give me the link to the note · original source? · who is that from · which publication · where was it published ·
    whose call is it · what article · cite · can you link that · source of the 15% · page? · where does it say that ·
    reference for the goldman thing · where do claims come from · who publishes claims · source of the gdpnow figure ·
    where are the prices from · data source? · where do you get the prices`,
  'streak under morning': `
    how long has it been lagging in a row · lag streak length · how many consecutive sessions ·
    whats the current run · straight days of underperformance · is it on a losing streak vs spx ·
    longest streak of lagging · how many days running · 5 days in a row? · current streak vs s&p ·
    how many sessions has small lagged consecutively · is this the nth day of underperformance ·
    days of consecutive lag · whats the run of losses vs the spx · lagging how long now · did it break the streak ·
    how long did the last losing run last · unbroken run? · most consecutive days behind ever ·
    any winning streak going · how many days in a row have small caps lagged · small cap losing streak vs spx ·
    longest streak of underperformance`,
  'target under morning': `
    goldmans target · gs r2k target level · what is goldman looking for · what's kostin's number ·
    where does tom lee see small caps · whats the level for goldmans 15% · lee target ·
    how many points is goldmans upside · what does morgan stanley say on the s&p · wilson's target ·
    whats left in the goldman call · whats the goldman pt · oppenheimer's target for spx ·
    what is goldman's call worth in index terms · whats tom lee calling for · kostin target ·
    where's fundstrat at on small caps · goldman number for the r2k · how much upside does goldman see ·
    what's the level implied by goldmans call · goldman r2k · what does lee expect for the russell ·
    give me goldmans target · oppenheimer number for the s&p · upside to goldman target · goldman's russell target ·
    what does goldman see for small caps · tom lee small caps · jpm s&p target`,
  'track-record under morning': `
    how have these calls done · are they any good · how often were they right · score them ·
    how accurate are strategists · goldman's track record · tom lee's record · past performance of these calls ·
    did they get it right before · hit rate · who's been most accurate · how did last year's calls pan out ·
    were any of these right · how far off were they · are strategists any good at this ·
    what's their batting average · past accuracy of the calls · how did goldman's 2023 call do · score so far? ·
    did any of them hit · misses and hits? · how reliable are these guys · were they right last year ·
    did goldman get it right · how have strategists done · how accurate is tom lee · score of past calls ·
    has fundstrat been right before · what happened to the old targets · do they usually overshoot ·
    average error of these calls · how many hit · did any call come good · were past targets too high ·
    were street targets right last year · track record of tom lee · how good are goldman's calls`,
};
