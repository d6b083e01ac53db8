import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { CaseView } from '../../desk/views/case-view.ts';
import type { Case } from '../../domain/case.ts';
import type { CaseCommand } from '../../domain/commands.ts';
import { type CaseNumber, caseNumber } from '../../domain/ids.ts';
import type { Locale } from '../../domain/locale.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { MODALS } from '../../i18n/modals.ts';
import type { ActionId } from '../action-ids.ts';
import type { InputValues } from '../payloads.ts';
import { modal } from './pieces.ts';

/** What a form may show: the case as it is now, and whose clock counts. */
export interface FormContext {
  readonly view: CaseView;
  readonly locale: Locale;
  readonly now: Instant;
  /** The reader's IANA zone. */
  readonly zone: string;
  /** What the person wants to say with it, where that is known already. */
  readonly text?: string;
}

/** What a form showed of the case, to tell later what the person changed. */
export interface Shown {
  readonly deadlineAt: Instant | null;
  readonly reference: string | null;
}

export interface Circumstances {
  readonly shown: Shown;
  readonly locale: Locale;
  readonly now: Instant;
}

/** Block id → what is wrong with it. */
export type Errors = Readonly<Record<string, string>>;

export type Read =
  | { readonly ok: true; readonly commands: readonly CaseCommand[] }
  | { readonly ok: false; readonly errors: Errors };

/** A modal about one case: drawn from the case, read into commands. Pure on both sides. */
export interface CaseForm {
  /** The button that opens it; its callback id too. */
  readonly id: ActionId;
  /** The least that it will ask, so that a refusal is told before anybody types. */
  readonly asks: CaseCommand;
  readonly title: (locale: Locale) => string;
  readonly submit: (locale: Locale) => string;
  readonly draw: (context: FormContext) => KnownBlock[];
  readonly read: (values: InputValues, circumstances: Circumstances) => Read;
  /** What stands in the way although the status would allow it. */
  readonly obstacle?: (c: Case) => Refusal | null;
  /** Under which field a refusal stands; null where no other input would help. */
  readonly fieldOf: (refusal: Refusal) => string | null;
}

/** Ids that travel with a form about a case. */
const metaSchema = z.object({
  number: z.number().int().transform(caseNumber),
  channel: z.string().nullable(),
  threadTs: z.string().nullable(),
  deadlineAt: z.number().nullable(),
  reference: z.string().nullable(),
});
export type CaseMeta = z.output<typeof metaSchema>;

/** @throws where the metadata is not ours: nobody else writes it. */
export const readCaseMeta = (metadata: string): CaseMeta => metaSchema.parse(JSON.parse(metadata));

interface Where {
  readonly number: CaseNumber;
  readonly channel: string | null;
  readonly threadTs: string | null;
}

export const shownOf = ({ case: c }: CaseView): Shown => ({
  deadlineAt: c.deadline?.at ?? null,
  reference: c.reference === null ? null : c.reference.kind === 'case_id' ? c.reference.id : c.reference.text,
});

/** The form as Slack shows it. */
export function caseFormView(form: CaseForm, context: FormContext, where: Where): ModalView {
  const { locale, view } = context;
  const meta: CaseMeta = { ...where, ...shownOf(view) };
  return frameOf(form, form.draw(context), meta, locale);
}

export const frameOf = (form: CaseForm, blocks: KnownBlock[], meta: CaseMeta, locale: Locale): ModalView =>
  modal({
    title: `${form.title(locale)} #${meta.number}`,
    submit: form.submit(locale),
    close: MODALS[locale].cancel,
    callback: form.id,
    metadata: JSON.stringify(meta),
    blocks,
  });
