import { caseNumber } from '../../../src/domain/ids.ts';
import { HOUR } from '../../../src/domain/time.ts';
import { ANSWERS } from '../../../src/i18n/answers.ts';
import { MODALS } from '../../../src/i18n/modals.ts';
import { caseFormView, frameOf, shownOf } from '../../../src/slack/modals/case-form.ts';
import { CASE_FORMS } from '../../../src/slack/modals/case-forms.ts';
import { editForm } from '../../../src/slack/modals/edit-form.ts';
import { endView, loadingView } from '../../../src/slack/modals/plain-views.ts';
import { repliedForm, replyBlocks } from '../../../src/slack/modals/reply-form.ts';
import { act, FRIDAY, LI, MONDAY, open, viewOf } from '../../slack/story.ts';
import { said, type WriteChapter } from '../chapter.ts';
import { plainView } from '../plain-view.ts';

const preparing = open({}, FRIDAY, LI);
const submitted = act(
  act(
    open({ deadline: { at: MONDAY + 96 * HOUR, source: 'notice' } }),
    { type: 'make_ready' },
    FRIDAY + HOUR,
  ),
  { type: 'submit', reference: { kind: 'case_id', id: '12345678901' } },
  MONDAY,
);

/** The questions about one case. */
export const forms: WriteChapter = (locale) => {
  const where = { number: caseNumber(42), channel: null, threadTs: null };
  const context = { locale, now: FRIDAY, zone: 'Asia/Shanghai' };
  const meta = { ...where, ...shownOf(viewOf(submitted)) };
  const { problems } = MODALS[locale];
  return {
    title: 'Forms about a case',
    parts: [
      ...CASE_FORMS.map(
        (form) =>
          [form.id, plainView(caseFormView(form, { ...context, view: viewOf(preparing) }, where))] as const,
      ),
      [
        'edit, of what is submitted',
        plainView(caseFormView(editForm, { ...context, view: viewOf(submitted) }, where)),
      ],
      [
        'Amazon asks us to wait',
        plainView(frameOf(repliedForm, replyBlocks(repliedForm.id, 'holding', locale), meta, locale)),
      ],
      [
        'What can be wrong',
        said(
          ...Object.values(problems.caseId),
          problems.referenceLong,
          problems.personMissing,
          problems.meaningMissing,
          problems.timeMissing,
        ),
      ],
      ['Just opened', plainView(loadingView('Docket', locale))],
      [
        'Not possible any more',
        plainView(endView('Docket', ANSWERS[locale].tooLate, ['Called the supplier.'], locale)),
      ],
    ],
  };
};
