/** What desks type under posts of odds, by the kind it must be taken for; texts divided by middle dots. */

export const FED_WORDINGS: Readonly<Record<string, string>> = {
  'advice under fed': `
    should i be long twos · would you bet on a cut · time to buy duration?`,
  'alert under fed': `
    ping me below 40 · alert if march cut goes above 60% · tell me when it hits 30 ·
    let me know if it moves 10 points`,
  'as-of under fed': `
    is that a settlement · when was this struck · as of what time · live or settle? · todays settlement?`,
  'calibration under fed': `
    how good are these odds · can i trust these probabilities · track record of fedwatch ·
    how often is the market right at this horizon · how predictive are odds two months out ·
    reliability of fed funds futures · are odds well calibrated · hit rate of these odds ·
    how accurate is the market at 60 days · should i believe these odds · how well do fed futures predict ·
    what's the hit rate two months before · have these probabilities been right before · are they well calibrated ·
    forecast accuracy of futures · how often does the favourite win · past accuracy at this distance? ·
    is the market usually right about the fed · reliability table · are these any good ·
    do 40% odds come true 40% of the time · how well calibrated are the odds · how often right ·
    past accuracy of fed pricing · reliability of these odds two months out · hit rate of these probabilities ·
    can we trust futures · when odds were 40 what happened · are they usually right · how good are futures at this ·
    forecast record? · is 42 percent reliable · do the odds come true · accuracy two months before · brier ·
    how often do these odds pan out · should i believe that number · are odds like these right ·
    how often does 43% happen`,
  'challenge-odds under fed': `
    cme has 41.6 · fedwatch shows 44 percent · bloomberg wirp is at 43 · why is your number different from fedwatch ·
    cme says 41.6%. whats up · your 42.6 vs 41.6 on cme, who is right · polymarket says 38% · reuters: below 42% ·
    isnt it 41.6? · the article had 41.6 · i see 41.6 on fedwatch · fedwatch tool reads 41.6 here ·
    bloomberg's wirp says 45 · cme's own site is one point lower · you are above cme, why · the tool shows 41.6 ·
    kalshi has 38 · why isnt this the fedwatch number · reuters quoted 41.6 percent · cnbc says less than 42% ·
    my terminal gives 44 for march · off by a point vs fedwatch · fedwatch: 41.6 · cme = 41.6, you = 42.6 ·
    41.6 is what i see on fedwatch · fedwatch doesn't agree · why the difference with cme · bloomberg and you differ ·
    you're 1 point over fedwatch · cme has 40 · why 42.6 when fedwatch has 41.6 · bbg says 45 · wirp: 44.1 ·
    different from the cme number · fedwatch shows something else · the cme tool says 41 for march ·
    CNBC reported 50 percent yesterday · i have 41.6 here · yours is off vs fedwatch · that's not what fedwatch says ·
    how come cme is lower · atlanta fed tracker says 38 · you are a point above cme · kalshi is at 39 ·
    cme tool says 40.3 · bloomberg shows 47 · doesn't match wirp · fedwatch is lower · why is yours higher than cme ·
    cnbc says 50-50 · cme says 44 · fedwatch at 41.6 v your 42.6 · bbg wirp 43 · mine shows 40 ·
    the cme site has a different number · reuters reports 50% · you're above fedwatch ·
    whats the difference to fedwatch · fedwatch got 39.9 · atlanta fed has 35 · why isnt this the same as cme ·
    cme 41 · i read 47 percent in the ft · shouldn't it be 41.6 · the wsj says traders see 45% · not what cme shows ·
    fedwatch is at 42.1 · refinitiv has 39 · bloomberg disagrees · the ft wrote 45`,
  'fed-path under fed': `
    number of cuts by dec · cuts priced thru year end · how many 25s by dec · total bps by december ·
    where are rates seen at end of year · implied dec rate · how low do rates go this year ·
    what's the strip saying for december · How many quarter-point cuts are implied through the end of the year? ·
    easing by year end in bp · is six cuts still priced · cuts this year? · how many cuts by september ·
    how much by the june meeting · cuts by year end · how many this year · bp priced for 2024 ·
    where does the curve end the year · how much by december · total cuts · number of cuts by july ·
    how much easing is in the price · cumulative cuts to december · where will rates be in december per the market ·
    full year easing · how far do they cut`,
  'fed-range under fed': `
    current fed funds rate · where are rates now · whats the target range · fed funds today`,
  'lag under fed': `
    how are small caps doing ytd · small cap gap? · russell vs s&p ytd`,
  'macro under fed': `
    claims? · jobless claims trend · gdpnow? · 2y yield`,
  'odds under fed': `
    whats march at · march? · may cut odds · where's june · current odds for the next meeting ·
    probability of easing at the march fomc · what do fed funds futures say for may · odds of a cut next week ·
    whats july pricing · hold odds for january · how likely is a march cut ·
    Could you tell me what the market is pricing for the June meeting? · jan meeting odds ·
    what are the chances they ease in may · odds the fed stands pat in march · prices for june · odds? · and june ·
    whats the market pricing for may · chance of cut march · p(cut march) · where do we stand on march ·
    june cut probability · implied probability for the next meeting · any chance in march? · cut or no cut in march ·
    market odds june meeting · what about the one in may · odds that rates stay unchanged`,
  'odds-at-by under fed': `
    by or at · is that for the march meeting only · does it include a january cut · cumulative or not ·
    is 42.6 the march meeting alone or by march · is it the chance of a cut in march specifically ·
    does that count jan · total probability through march or just march · at the meeting or before it ·
    is this the marginal probability · is that march only · do you mean in march or up to march ·
    does that already contain january · is the probability just for that one meeting · conditional or cumulative ·
    does by march include jan 31 · chance at that specific meeting? · strictly at march? · marginal vs cumulative ·
    so including any january move · at march or by march · is that inclusive of january ·
    does that mean a cut at any meeting through march · is 42 the odds that they cut at that very meeting ·
    is it total or just that one · does this cover earlier meetings too · if they cut in jan does that count ·
    probability of the first one coming in march? · is that chance cumulative through march · only on the 20th? ·
    any time by then? · standalone odds for march · by march or only in march? · is this for the meeting alone ·
    is that cumulative or for one meeting · does that mean by march · at march or up to march · so 42.6 is by march? ·
    that includes january? · is that for a cut in march or by march · is the number cumulative across meetings ·
    the chance of exactly one cut or at least one by then ·
    Is this the probability at the meeting, or by the meeting? · marginal or cumulative? ·
    what if they cut in jan already · single meeting number? · first cut in march odds · at or before? ·
    by the meeting or at it · is that the odds at the meeting itself · does it include january · cumulative? ·
    is that the first cut or any cut · is it on the day or by the day · at-meeting or by-meeting ·
    at the march one or by then · is the 42.6 just march · does it incl jan · by it or at it ·
    only march or including january · does 42.6 include a january cut · is this the by number · so is that by-march ·
    is it both meetings together · or is that just for march · the march meeting alone? · and by it? ·
    combined or standalone · is it for that date or up to that date · does that cover both meetings ·
    is it one meeting or cumulative · is it exactly in march · first move in march, is it that`,
  'odds-history under fed': `
    chart the odds · plot this · march odds over time · show me the history of march odds ·
    graph cut odds since november · how have the odds moved since the last fomc · odds history · draw june ·
    trend in march cut odds · chart march · evolution of the march pricing · plot since 1 dec ·
    time series of the march odds · line chart please · how did the march odds get here ·
    show the path of the probability · march odds day by day · plot cut odds for may ·
    give me a picture of this over time · odds chart since new year · what did this look like in december · history? ·
    how has pricing evolved · chart of march odds since nov · plot it since october ·
    show the history of the march odds · odds over time · how have the march odds moved since dec ·
    line chart of june odds · time series of march cut probability · march odds in the past 3 months · day by day? ·
    graph please · show me how that evolved · trend in march odds · how did we get here · chart of it · plot march ·
    graph of the odds over three months · odds path since december · show me the chart · march odds chart pls ·
    since when has it been falling · plot odds from november · evolution of may odds ·
    how did the probability develop · a graph of the last 2 months · trend since december ·
    show me the odds over the past month · line graph · chart since the december fomc · can i see it over time ·
    how has that moved since nov · over time? · plot · march since christmas as a chart`,
  'odds-inputs under fed': `
    which futures is this from · what contracts do you use · zq prices? · show the contract prices ·
    which months' futures · what goes into the march number · is that from the march contract · which contract month ·
    whats the feb futures price · whats the underlying · inputs please · what is the price of zqj24 ·
    what are the underlying futures · list the contract months used · what price did feb settle at ·
    is zqh24 in there · how is the march probability backed out from futures · which settlement prices ·
    give me the zq closes · what's the implied rate for february · can i see the raw prices · contract codes? ·
    futures behind this pls · which contracts · px of the feb and apr futures · how is 42.6 calculated ·
    what goes into that number · settlement prices used · what's the april contract at · show your inputs ·
    which months of fed funds futures do you use · what are you computing that from · what contract ·
    which futures months · zq price? · what prices go in · settle on the feb contract · show the maths ·
    how did you get 42.6 · inputs?`,
  'odds-move-rank under fed': `
    is that unusual · how big is this move historically · is 49pp a lot · rank that move · percentile of this drop ·
    has it ever moved this much in a month · how rare is a drop like that · is that normal ·
    a 48 point swing - common? · how does that compare with past moves · biggest drop ever? ·
    is a swing like this common · put that move in context · has pricing ever shifted this fast ·
    where does this sit in history · is that drop extreme · percentile? · typical or not ·
    how often do odds fall by half in a month · big move or normal noise · unusual move? · is 49 points unusual ·
    how abnormal is this · has there been a bigger drop · in the top 10 percent of moves? · how does 49pp compare ·
    was there ever a drop like that · a big deal or not · percentile rank of the move · is that a big move ·
    how unusual is a 26pt drop · how often does it fall this much in a month · is this a normal swing ·
    biggest monthly drop ever? · how does the fall compare with history · is a drop of that size common ·
    have odds ever dropped this fast · one-month move in context · was that large by historical standards ·
    typical move? · Is a decline of that magnitude over one month out of the ordinary? · big move? · is this unusual ·
    rank of that drop · ever fallen more · how rare · in historical terms? · normal month to month move? · too big? ·
    is a fall like that common · how often do you see this · context for that move`,
  'odds-size under fed': `
    50bp chance? · odds of a 50 · 25 or 50? · whats the chance of half a point · probability they go 50 in march ·
    any chance of 75 · prob of a double cut · 50 odds for may · is 50 priced at all · chance of a larger cut ·
    and for 50? · odds by size · split between 25 and 50 · chance of a hike of 25 · chance of 50? ·
    odds for half a point · p(50bp) · 25 or 50 in march · probability of a jumbo · 75? · any 50 priced ·
    how likely is a 50bp move · odds of 50 in march · 50s? · what about a fifty · 25bp or 50bp · prob of 50 or more ·
    half point odds · chance of more than 25 · how about 75 · quarter or half · likelihood of a jumbo ·
    what's the chance they do 50 · 25 bps odds in may · double cut odds · P(50)? ·
    is there any probability on a 50bp cut · 50 or 25 · the odds of a 50 cut · what about half a percent ·
    larger than 25?`,
  'odds-why under fed': `
    why did it drop · whats driving it · what changed · reason for the fall · why so low · what moved it · why ·
    why lower · what drove that · reason? · what news moved it`,
};
