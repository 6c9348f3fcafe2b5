/** What desks type under posts of calls and surveys, by the kind it must be taken for; texts divided by middle dots. */

export const STREET_WORDINGS: Readonly<Record<string, string>> = {
  'survey-after under survey': `
    then what happened · what happened next · what followed last time · after that in 2021? ·
    and small caps after that? · returns after june 2021 · how did it play out last time ·
    how did small caps do after the survey said so · what happened after the 2021 one · did it work last time ·
    what did the market do after · returns following that flip · outcome last time? · what happened after ·
    and the market after that? · after 2021 what did smalls do · what followed ·
    how did small caps do after june 2021 · returns after the last flip · was the survey right last time ·
    s&p after that? · next 12 months after june 2021 · and then? · performance after that reading · did it work ·
    12m later · what happened after the last one · did smalls win after that`,
  'synthesis under survey': `
    isn't that at odds with the fed post · but the other alert said the opposite · does this contradict the odds ·
    how does that square with the fed · conflicts with yesterday's odds alert no? ·
    so which is it, this or the odds alert · these two dont fit · mixed messages between this and the odds? ·
    but futures say otherwise · doesn't that clash with the fed odds · how do you square this with the odds ·
    this and the odds cant both be right · isn't the odds alert saying the reverse ·
    so who's right, managers or futures · is that consistent with what you posted about the fed ·
    how can both be true · that's the opposite of the odds · fits with the odds or not ·
    contradiction with the fed post? · but the market prices something else · the odds alert told us the contrary ·
    does this agree with yesterday's odds · but futures say less easing · doesn't the fed alert contradict this ·
    how does that square with falling cut odds · isn't this at odds with the fed pricing · the two don't fit ·
    contradicts the odds, no? · how can small caps beat if cuts are priced out · opposite of the lag ·
    is that consistent with the odds alert · the odds alert says the reverse · that clashes with the cut odds ·
    Does this not conflict with the decline in the probability of a cut? · but odds fell ·
    doesn't that contradict fedwatch · the odds say otherwise · how does that fit with fewer cuts ·
    inconsistent with the odds alert? · so which is it · isnt that contradicting the fed odds ·
    but march odds halved · how do both fit · odds say the opposite no? · at odds with the odds ·
    does this agree with the odds alert · conflicts with the fed post? · which one is right ·
    but cuts are being priced out · how do you reconcile · isn't that inconsistent ·
    doesn't the odds move argue against it · doesn't fit with the odds · two opposite messages · odds vs survey? ·
    how to square these`,
  'advice under targets': `
    should we go with tom lee`,
  'as-of under targets': `
    as of? · how old is this data`,
  'consensus under targets': `
    average target · median target for year end · street average spx · where is the street · consensus year end ·
    what's the mean target · range of targets · average upside · is spx above the average target ·
    consensus number for dec 2024 · hi lo and median of the street ·
    what do strategists expect for year end on average · dispersion of targets ·
    where does wall street see the s&p in december · how many firms in the average · street avg · mean target ·
    the median · consensus? · where is the street for year end · avg vs spot · range · street high low ·
    street mean and median · typical target · what's the average of all · middle of the pack`,
  'horizon under targets': `
    12m from what date · until when · when does that call end · end date? · is it year end or 12 months ·
    when does the clock start · whats the time frame · is that for december · by when should that happen · deadline? ·
    how long is left on that · over what time frame · when's that due · what's the target date · by when ·
    is it a 12 month or year-end number · end of period? · does the 12 months start in january ·
    when does the call lapse · maturity of the call · how many days to go · what date is that for · calendar year? ·
    12 months from when · by what date · when is that target for · target date? · year end 24 or 12 months ·
    when does the goldman call run out · how long is left · when did he say it · when was that call made · note date ·
    is the 12m from publication · expires when · time horizon? ·
    Is this target meant for year-end or a rolling twelve months? · how old is this call · from when · expiry? ·
    when is it due · is that year end or 12 months · how many days left on it · dated when · timeframe? ·
    by year end? · until which day · clock starts when · how much time is left`,
  'ranking under targets': `
    most bullish on small caps · highest spx target · who has the lowest target · biggest bull · top bear ·
    rank the strategists · who is the street high · which firm is most optimistic on the russell · least optimistic? ·
    list by upside · whos the most bearish · who sees the most upside · highest to lowest please ·
    most bearish on r2k · Which strategist currently implies the greatest upside for US small caps? · top bull ·
    biggest bear · who is highest · who is lowest · most upside · rank them · most bullish house ·
    who's the street high on r2k · the most bullish? · order by upside · who's at the top · bottom of the list? ·
    next most bullish`,
  'small-v-large under targets': `
    small vs large upside · do they prefer small caps · is the street more bullish on small ·
    do targets favor small or large · who is more bullish small or large · upside for small vs large caps ·
    small or large, what does the street think · expected return small vs large · more upside in smalls or larges ·
    r2k vs spx upside · which has more upside according to strategists ·
    Does the sell side see greater upside in small caps than in large caps? ·
    are strategists preferring small over large · small or large per the street · do they like small more ·
    more upside in small? · r2k upside vs spx upside · small vs large targets ·
    which do strategists prefer, small or large · which has more upside small or large · street on small vs large ·
    small cap upside vs spx upside · do they see more upside in small caps · r2k or spx, who wins per strategists ·
    is there more upside left in small · compare upside small and large · large cap targets vs small cap targets ·
    do strategists favour smalls · small caps better than large caps according to them? ·
    small or large, which do they like · do they see small outperforming large · upside gap between small and large`,
  'source under targets': `
    source pls · link · who published it · where did goldman say that · which report · can i see the original ·
    where can i read that · got the link? · reference? · what's the source of this number · url? · who wrote that ·
    cite it · is there a link to the note · from which article · source · where from · link pls · whose number ·
    who reported that · which publication · got the article · citation? · whos the source · where did u get that ·
    source link · who reported it · publication? · what's this from · who is that quoting · got a url · which note ·
    where can i find the note · could you point me to the source · citation · where was that published ·
    origin of that number · says who · which newspaper · link to article · who's the reporter quoting`,
  'survey under targets': `
    latest fund manager survey · survey reading?`,
  'survey-after under targets': `
    what happened after the last survey flip · after june 2021 survey how did small caps do`,
  'synthesis under targets': `
    doesn't that contradict the odds · how does that square with the lag ·
    this is the opposite of what the alert said · these two don't add up`,
  'target under targets': `
    goldman target russell · whats gs at · what does fundstrat see for small caps · tom lee's call in points ·
    jpm small cap target · oppenheimer year end target · how far is goldman's target ·
    whats left of the goldman call · upside left to tom lee's target · morgan stanley spx tgt ·
    what level is 15% for the russell · GS R2K TP? · gs target · whats the goldman number · goldman's level ·
    tom lee target · lee small caps · 15% gets you to what level · how far to goldman's target · goldman 12m r2k ·
    their level · what number is that in index terms · the target in points pls · goldman r2k level`,
  'track-record under targets': `
    have they been right before · accuracy of these calls · were they right last year ·
    how did goldman's previous calls do · any of these guys ever right · how often do they hit · hit ratio? ·
    strategist hit rate · how accurate is tom lee · did goldman get 2023 right · what is their track record ·
    batting avg · how good is this strategist · who was right last year · average miss ·
    past performance of these targets · how far off are they usually · did the last goldman call work ·
    Is there any evidence that these forecasters have been accurate in the past? · are they any good ·
    were they right · hit rate? · how did they do last year · track record? · ever right? · past calls scorecard ·
    do their calls come true · were they ever right · past accuracy? · how reliable is this guy ·
    did last year's target hit · score so far · hit or miss historically · have they got a good record ·
    how did his last call turn out · are strategists any good at this · success rate · how wrong are they usually ·
    how many of their calls came true · What has been their historical accuracy? · do these calls ever work ·
    what's lee's record · how did they do · have they been right · has anyone got it right · misses? ·
    their accuracy`,
};
