import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { fedMeetingPage } from '../../../src/market/fed-calendar/page.ts';
import { mockHttp } from '../../support/http.ts';
import { sourceDesk } from '../../support/sources.ts';

mockHttp();

function read(body: string, status = 200) {
  nock('https://www.federalreserve.gov')
    .get('/monetarypolicy/fomccalendars.htm')
    .reply(status, body, { 'content-type': 'text/html' });
  return sourceDesk().requester.read(fedMeetingPage, {});
}

const meeting = (month: string, day: string) =>
  `<div class="row fomc-meeting"><div class="fomc-meeting__month col-xs-5"><strong>${month}</strong></div>
   <div class="fomc-meeting__date col-xs-4">${day}</div></div>`;

describe('fedMeetingPage', () => {
  it('takes the last day of each scheduled meeting under its year, and nothing else', async () => {
    const page = [
      '<!DOCTYPE html><h4><a id="1">2027 FOMC Meetings</a></h4>',
      meeting('January', '26-27'),
      meeting('March', '16-17*'),
      meeting('Apr/May', '30-1'),
      meeting('August', '22 (notation vote)'),
      meeting('October', '4 (unscheduled)'),
      '<h4>2026 FOMC Meetings</h4>',
      meeting('December', '8-9*'),
    ].join('\n');

    // 1 May 2027 is a Saturday: no such meeting; the page is not what it was.
    await expect(read(page)).rejects.toMatchObject({ kind: 'bad_response' });
    expect(await read(page.replace('30-1', '27-28'))).toEqual(['2026-12-09', '2027-01-27', '2027-03-17', '2027-04-28']);
  });

  it('lets a meeting end in the next month', async () => {
    const page = `<h4>2024 FOMC Meetings</h4>${meeting('Apr/May', '30-1')}`;

    expect(await read(page)).toEqual(['2024-05-01']);
  });

  it('refuses a page that lists no meeting, and a failure', async () => {
    await expect(read('<html><p>maintenance</p></html>')).rejects.toMatchObject({ kind: 'bad_response' });
    await expect(read('no', 404)).rejects.toMatchObject({ kind: 'not_found' });
  });
});
