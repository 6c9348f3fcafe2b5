/** Words a misspelling may be put right to, and everyday words that look like them and are not. Lists only. */

function listed(words: string): readonly string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}

/** Words of the field of five letters and more. */
export const FIELD =
  listed(`starting point small caps smallcaps russell large behind lagging lagged trailing underperform underperforming underperformance outperform outperformance
outperforming leading ahead spread relative divergence benchmark baseline reference closing drawdown record highs december
january february march april june july august september october november recovery recoveries fastest quickest slowest streak
consecutive straight happened happens afterwards historically usually meeting meetings priced pricing probability chance
futures fedwatch cumulative marginal contract contracts symbol settlement settlements expected percentile unusual accurate
accuracy calibrated calibration reliable reliability goldman sachs fundstrat target targets strategist strategists consensus
average median bullish bearish optimistic horizon expire expires expiry survey surveys managers source article citation claims
jobless permits retail unemployment yields contradict conflict inconsistent consistent reconcile recommend overweight
underweight definition formula calculate calculated calculation chart equal weight technology nasdaq yahoo bloomberg session
sessions points basis performance returns forward track notify quarter yesterday friday monday thursday tuesday wednesday
intraday biggest largest difference dividends seasonality hikes cumulatively odds history morgan stanley oppenheimer jefferies
barclays kostin snider wilson scorecard highest lowest intermeeting`);

/** Words of the field of three and four letters. */
export const SHORT_FIELD =
  listed(`odds cuts hike hold caps gap lag lags ytd mtd base high fed fomc chart calls note bull bear tech
rate link june july peak beta yahoo`);

/** Everyday words: never put right to one of ours. */
export const COMMON = new Set(
  listed(`about after again also alone already another anyone asking away back because been before being below best better
between both bring called came change changed check clear close closed coming could count current days does doing done
down draw each else even ever every exactly fall far fast feel first found from gets give given goes going gone good
happen happens hard have having help here hold home how hows idea into issue just keep know last later latest least
less like line live long look lost lower made main make many matter mean means might month months more most move moved
much must name near need never next night note number numbers only open other over part past people pick plan play plus
post price prices print quick quite range rate rates read real really reason report right room safe said same says seem
seems seen sell shall share shares short should show shows side since size some sorry start started still stop street
such sure take tell than thanks that thats their them then there these they thing think this those though three time
times today together told tomorrow took total trade trend trending true trust turn twelve under until update used using
value very wait want wants watch week weeks well went were what whats when where which while whole whos wide will with
within without wonder word work works world worse worst would wrong year years your yours tracks link links cites cite
money match reach teach truck trick basic medium smart honey lobby hobby chalk charm chair paint paints pint
pinto smell stall shall mall march stock stocks bonds share class cross crisis crash cause cases raise leave learn board bread
larger largest smaller cape shape stare stage straits expect expert marsh boot hope hole hide hire hive hood hook gold
bold cold told sold fold odd odds add adds god good food feed fed led bed red bad dad had has hat hit hot her him his hey
the and for are but not you all any can was our out day get man new now old see two way who boy did its let put say she
too use dad mom nor per via yet ago aid aim air arm art ask bag ban bar bat bet big bit box bus buy car cat cup cut dog
due ear eat egg end era eye fan fee few fit fix fly fun gas gun guy ice ill ink job joy key kid law lay leg lie log lot
low map max met mid min mix net nod oil one own pay pen pet pie pop pot raw rid rob row run sad sat sea sec set sex sir
sit six sky son sub sum sun tax tea ten tie tip toe ton top toy try van war wet win won yes zip able acid aged area army
bank bath bare bass bash beat been beer bell belt bend bike bill bird bite blow blue boat body bomb bond bone book born
boss bowl bush busy cake calm camp card care case cash cast cell chat chip city club coal coat code cook cool cope copy
core cost crew crop dark data date dead deal dear debt deep deny desk diet dirt disk door dose dust duty earn ease east
easy edge exit face fact fail fair farm fate fear file fill film find fine fire firm fish five flat flow foot ford form
fort four free fuel full fund gain game gate gave gear gene gift girl glad goal golf gray grew grey grow gulf hair half
hall hand hang harm hate head hear heat hell hero hill horn host hour huge hung hunt hurt inch iron item jack jane jean
john join jump jury kick kill kind king knee knew lack lady laid lake land lane late lead leaf left life lift list load
loan lock logo lose loss loud love luck mail male mark mass meal meat meet menu mere mike mile milk mill mind mine miss
mode mood moon navy neck news nice nine none nose okay once onto oral ours pace pack page paid pain pair palm park pass
path peak peer pink pipe plot poem poet poll pool poor port pull pure push race rail rain rank rare rear rely rent rest
rice rich ride ring rise risk road rock role roll roof root rose rule rush ruth sake sale salt sand save seat seed seek
self send sent ship shop shot shut sick sign site skin slip slow snow soft soil sole song soon sort soul spot star stay
step suck sucks suit swim tail tale talk tall tank tape task team tear tend term test text thin thus till tiny tone tool
tour town tree trip tube twin type ugly unit upon user vary vast vice view vote wage wake walk wall warm wash wave ways
weak wear west wife wild wind wine wing wire wise wish wood yard yeah zero zone lunch cafe lol cup cats cute cult hats`),
);
