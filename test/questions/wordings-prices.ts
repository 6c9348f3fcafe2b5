/** What desks type under posts of small caps, by the kind it must be taken for; texts divided by middle dots. */

export const PRICES_WORDINGS: Readonly<Record<string, string>> = {
  'advice under smallcaps': `
    should i buy iwm · is now a good time to buy small caps · do you like small caps · would you be long here ·
    what would you do · is it a buy · where is the russell going · will small caps catch up · whats your view ·
    are you bullish · would you buy the dip · do i add to small caps · is this a buying opportunity ·
    what's your call on small caps · what will the russell do next · give me a forecast · should the desk be long ·
    good time to rotate into small caps? · where does the russell finish the year · is small cap a screaming buy ·
    so buy small caps? · would you buy here · long or short · should i sell · is this a good entry · do i add ·
    worth a punt? · time to rotate? · buy? · should we buy · is it time to buy small caps · would you own them ·
    cheap enough to buy? · go long?`,
  'after under smallcaps': `
    what tends to follow · what happens after setups like this · how did similar episodes end ·
    show me forward returns · next 12 months after signals like this · odds of being higher in 6 months after this ·
    median return after · what happened the other times · track the aftermath · historical precedent? ·
    what came after past divergences · has this happened before and what followed ·
    how did small caps do in the year after · how does this usually resolve ·
    what do returns look like after this signal · and then? · what's the typical path from here ·
    how have small caps performed following such divergences · did small caps catch up afterwards in the past ·
    base rate for the next year? · average return over the following 12 months · win rate 6 months out ·
    what has this meant for returns before · show the study of what came after · what happened in the prior 18 cases ·
    1m 3m 6m 12m after · what came next those times · how did it go in earlier cases ·
    what does the record say about the next year · how do small caps do from here historically ·
    next 3 months after such days? · performance after similar divergences · forward stats please ·
    probability of being up a year on · what's normal after this · and what did it do afterwards ·
    chances it keeps lagging based on history · what came next in the past · what do returns look like after ·
    how did smalls do in the year after such signals · and the 12 month number? · hit rate after 6 months ·
    median 3 month return after this signal · what happened the last 10 times · does it mean revert ·
    worst case after · Historically, what has followed a lag of this size? ·
    is that bullish or bearish for the next months · what happens after a bad start like this ·
    what about 3 months later · how often was it positive 6 months on · avg return following ·
    what's the usual aftermath · does it bounce afterwards · and 6 months on? ·
    how do small caps typically do after this · is there a precedent · what did history look like after that ·
    returns over the following year · what comes after such a lag · what hapens next usually · then what ·
    how does this normally resolve · how did it go the other times · what did small caps return 3 and 12 months on ·
    odds of being up 12 months later · Once this has happened before, what was the subsequent performance? ·
    any evidence of mean reversion after · what did you get if you bought after those ·
    how good were the following 6 months · median 1y return afterwards · did small caps catch up afterwards ·
    and 12m later · forward perf · what's the playbook after this · history after? · returns from here historically ·
    what are the stats following`,
  'alert under smallcaps': `
    ping me at -8 · let me know if the gap hits 10 · alert if rut is 25% below record ·
    tell me when small caps lead ytd · notify if gap widens past 6 · give me a shout if the lag exceeds 7 points ·
    can you watch the gap and tell me at -8 · set an alert for gap below -8 · warn us when drawdown is over 20% ·
    shout when the gap is 8 · give us a nudge if it widens beyond 6pp · set me an alert at -8 ·
    i want to know when small caps go ahead · drop me a note if rut is 20% under its record · ping if it crosses -5 ·
    could you alert the channel at 10 points · notify on new record · let us know as soon as the gap narrows to 2 ·
    alert at -8 · tell me when it hits 8 · ping when the gap closes · let us know if the lag goes over 10 points ·
    notify if r2k underperforms by 8 ytd · can you warn me at 9pp · shout when smalls lead · tell me if lag hits 10 ·
    alert me below 5 · let me know when small caps lead · shout if gap > 9 · notify at 8pp ·
    wake me when it gets to -10`,
  'base under smallcaps': `
    what close are you using as the start · starting from which day · which date does ytd start on ·
    what was the base · ytd from when · from which level is that measured · where do you start counting ·
    base closes pls · is the base dec 29 · what's day zero · what prices do you start from · 29 dec or 2 jan? ·
    since when are you measuring · what's the anchor date · which close did you take · starting level? ·
    reference close? · so counted from the end of december? · what were the index levels at the start ·
    when's the clock starting for ytd · what's ytd measured against · base levels for both indices ·
    is 29 dec the base · starting values pls · what date do you count from · and the starting closes were? ·
    is this off the new year's eve close · starting at what price · which day is zero ·
    what do you use as t0 for that · where was the s&p at the base · is the base the first or the last session ·
    what baseline is used here · from year end close? · since what date exactly · calculated off which closes ·
    base of the gap please · what's 100 in that chart · measured from where · ytd from dec 29 right? ·
    what's the starting point · which close is the base · is the base the last close of 2023 ·
    which number did you divide by · what's the opening level you used · year end or first trading day? ·
    start point? · which day does ytd start · does ytd start at the dec 29 close · what was the russell at year end ·
    Starting from what level is this computed? · from dec 29 or jan 2 · anchor? · where do you measure it from ·
    baseline for ytd? · off what base · off of what? · since what close · is the base december or january ·
    which closing price is the start · how far back does ytd go · what's the reference close · base date pls ·
    what was the startng point · is that vs the 29 dec close · which date do you count from ·
    from the last trading day of 2023? · whats the denominator · base level for the russell? ·
    so 6.7 from where to where · Might I ask which reference date underlies this year-to-date figure? ·
    measured against what · starting level of rut and spx · what close is day one · when does the ytd clock start ·
    base lvl? · which prints did you start from · what's it rebased to · from which print · prior year close? ·
    where's zero`,
  'breadth under smallcaps': `
    whats rsp doing · is tech the whole story · equal weighted s&p vs cap weighted · if you take out the mag 7 ·
    whats the gap ex tech · is it a narrow market · how's the average stock doing · is this just nvidia and friends ·
    does equal weight lag too · eq weight ytd · does the equal weight index show the same ·
    is the s&p just being carried by seven stocks · strip out the big seven · is the rally narrow ·
    would it look different on an equal weight basis · without the giants how do they compare · how does xlk compare ·
    cap weight vs equal weight · how concentrated is this · is it tech driven · how does equal weight compare ytd ·
    does it hold if you take big tech out · is it just nvda · how's rsp · is that all megacap ·
    mega caps the only reason? · rest of the market? · what about the other 493 · not just the mag 7 right? ·
    s&p ex tech vs small · are mid and small both lagging or is it tech · is the s&p gain only tech ·
    how much of it is megacaps · is it a mega cap story · what does equal weight say ·
    without the big seven whats the gap · equal weighted s&p ytd · is the s&p just seven stocks ·
    strip out the mag 7 · take nvidia et al out · what's the average stock doing · does the lag vanish against rsp ·
    equal weight vs cap weight · mag7 only? · so it's all tech? · how's the rest of the market ·
    ex mega caps how big is the gap · is it just megacap tech · whats rsp done · equal-weight ytd · remove the mag7 ·
    and without the magnificent seven · how does the average stock compare · breadth?`,
  'challenge-price under smallcaps': `
    bbg shows -7.4 off the high · reuters has 6.9%, you have 5.9 · isnt it more like 7% off the high? ·
    i see 7% elsewhere · factset says -19.3% from the record, not -18.8 · google says down 2.5% ytd ·
    the ft says 20% below the record · my terminal has -3.3% ytd for rut ·
    your number is different from bloomberg's 7% · wsj: 7% below december high. you: 4% · 7% according to cnbc ·
    you sure? yahoo has 7 percent · someone quoted 7 percent off highs · factset disagrees: -7.4 ·
    I'm seeing 6.9 on my bloomberg ·
    the journal has small caps 7 percent under the december peak, how come you have less ·
    stooq shows a different number, -7.3 · why is yahoo at 7 and you at 4 · your 4.0 looks too low, others have 7 ·
    reuters puts it at 7 percent · cnbc just said 20% off the record · not 4 - i have 5.9 off the dec high ·
    can't be right, google finance shows 2.5% ytd · my pm thinks it is 7% · yahoo says -5.3 · i see 7.1 ·
    bloomberg: -6.5 ytd · my screen has -4.2 ytd · that doesnt match yahoo · thought it was 9 not 6.7 ·
    cnbc says small caps are down 3% · you sure its not 5 · wsj had it at 4.9 · someone told me 8 · yhoo shows -6.2 ·
    not what bloomberg has · my terminal says minus 8 · isn't it more like -5 · cnbc had 4 percent ·
    factset shows a bigger lag · are you sure about 6.7`,
  'extreme under smallcaps': `
    worst day this year vs spx · biggest daily lag ever · largest one day lead · best month vs spx since 2000 ·
    when was it last this bad · biggest 1d drop of the russell in 2022`,
  'formula under smallcaps': `
    how is that calculated · formula? · show the maths · how do you get 6.7`,
  'gap-rank under smallcaps': `
    how unusual is this gap · is this the worst start ever · percentile of the gap · how rare is a lag like this`,
  'highs under smallcaps': `
    how far off the top · how much is rut down from ath · distance to ath · how far under water is the russell ·
    when was the peak and how far are we from it · drawdown? · % off highs · percent below 52 week high ·
    where are we vs the record · how far from its record is the r2k · whats the drawdown from the nov 2021 peak ·
    off the december high by how much · s&p off its high? · last all time high for small caps? ·
    is the s&p at a record · how long since the last russell record · did the s&p make a new high ·
    below the record by how much · correction territory? · how deep is the pullback · where's the record ·
    what is the all-time closing high · how big is the drawdown right now · peak to now? ·
    how much have small caps given back from the top · how far is the r2k from making a new high ·
    what was the high in december · percent from the 52w high · when did it peak · is the russell in a bear market ·
    how long since the peak · how much below the 2021 record · days since record? · intraday or closing high? ·
    off highs? · how far from the peak · drawdown · below ath by how much · how far below the 2021 peak ·
    distance from ath · when was the last high · date of the last record · pct below record ·
    how far under the record close · rut below 52w high · how far from its 52 week high · how much below the top ·
    whats the drawdown from the record · pullback from peak? · rut vs its ath · how far is the russell from a record ·
    when did it last hit a high · days since the last record close · how far under water · percent off peak ·
    is that close or intraday high · distance to the old high`,
  'lag under smallcaps': `
    rut vs spx ytd · what is the small-large gap now · r2k underperformance this year ·
    so small caps are how much behind · gap pls · whats the latest on the small cap lag · small caps relative ytd? ·
    by how much are smalls losing · where are we on small vs large · current ytd difference between russell and s&p ·
    How many points has the Russell 2000 lost to the S&P 500 in 2024? ·
    what's the relative performance of small caps ytd · remind me of the gap · percentage point difference ytd? ·
    whats rut doing vs spx · how big's the small cap lag · small cap vs large cap performance to date ·
    the ytd spread between the two · rut minus spx ytd · what's small doing vs large · rut's lag ·
    smalls' shortfall ytd · is the gap wider than a week ago · compare rut and spx returns`,
  'needed under smallcaps': `
    what does rut need to close at to be flat on the year · what level gets small caps back to even ytd ·
    how much would the russell have to rally to catch up with the s&p · what close takes out the december high ·
    where does rut need to be to match spx ytd · how much to get back to the record ·
    what would it take to close the gap · what does the russell need to be up 10% ytd ·
    break even level for the year? · how many points to the record · how far is flat ·
    what's the breakeven close for the year · level needed to erase the ytd loss ·
    where must the russell close to be positive on the year · how many percent to the all time high ·
    how many points till the record · what gets us level with the s&p · what level equals the s&p's ytd return ·
    to reach 2100 how much · required close to be up 5% on the year · what close gets rut flat on the year ·
    how much to catch the s&p · how far to breakeven ytd · level for flat ytd · what would close the gap ·
    how much would it need to rally to get level`,
  'odds under smallcaps': `
    whats the fed going to do in march according to futures · march cut odds · odds for may`,
  'rates-link under smallcaps': `
    how do small caps react when cut odds fall · rate sensitivity of small caps · do small caps trade with rates ·
    link to yields?`,
  'ratio under smallcaps': `
    rut/spx ratio · relative strength small vs large · how cheap are smalls vs larges · small/large ratio vs history`,
  'recovery under smallcaps': `
    fastest round trip low to high · how quick was the recovery from the october low · rank recoveries by speed ·
    is it the quickest 52w low to high · top 10 fastest rebounds · was the snapback record fast ·
    how many days from low to high · quickest ever from 1 year low to 1 year high · list the recoveries ·
    how fast was this compared with past recoveries · which low to high move was quickest ·
    how many sessions did the round trip take · shortest time from a 52 week low to a 52 week high ·
    is 53 days a record · rank of the latest recovery · how does the 2023 rebound rank for speed ·
    time from trough to high, all cases · longest recovery ever · what were the five fastest ·
    has it ever gone from low to high faster · how long did it take from bottom to new high ·
    rank it against earlier rebounds · is this the quickest turnaround ever for small caps ·
    what's the median time from low to high · 52 week low to high: how many days ·
    how quickly did the russell go from its low to its high · table of low-to-high moves · was 2020 faster ·
    speed record for recoveries? · which recoveries were slower · days from oct low to dec high ·
    fastest bounce from a 52w low to a 52w high · ranking of low to high recoveries ·
    how long from 52 week low to 52 week high on average · was it the fastest ever · how quick was this one ·
    top 10 recoveries · how many days did it take last time from the low to the high · quickest ever low-to-high? ·
    which recoveries were quicker · compare the speed with previous recoveries · where does 48 days rank ·
    is 48 days a record · did any recovery take less time · speed of recovery vs history · quickest 52w low to high ·
    has any recovery been faster · how does this recovery compare · slowest recovery ever · low to high in days ·
    average time from low to high · fastest turnaround for the russell · fastest 52wk low to 52wk high ·
    has rut ever gone from a 52w low to a 52w high quicker · speed ranking of recoveries ·
    which year had the quickest recovery · what was the previous fastest · was 2020 quicker ·
    how many sessions from low to high · longest recovery? ·
    Which recovery from a one-year low to a one-year high took the least time? ·
    quickest small cap turnaround on record · how fast did it go from the low to the high ·
    give me the five quickest · number one fastest?`,
  'seasonality under smallcaps': `
    do small caps usually do well in january · january effect · seasonal pattern? ·
    how do smalls usually do this time of year`,
  'source under smallcaps': `
    source? · where does the data come from · whats your source · where do you get these`,
  'streak under smallcaps': `
    how long has this been going on · days in a row? · number of consecutive lagging sessions ·
    has it lagged every day this week · whats the losing streak · how many days on the trot behind ·
    straight days of underperformance? · is it on a run of lagging days · how many days straight · losing streak? ·
    consecutive sessions behind · how long's the run · longest run of lagging · is it a record streak ·
    straight losses vs spx · days lagging in a row`,
};
