import { useState } from 'react';
import { type Json, number, objects, string, strings } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { upload } from '../data/server.ts';
import type { ElementProps } from './naming.ts';
import { useElement } from './use-element.ts';

/** Slack's limits: for one file, in bytes, and for their number where the app names none. */
const mostBytes = 10_000_000;
const mostFiles = 10;

/** A file that is on its way has no id yet; the form waits for it. */
const fileKey = (file: Json) => string(file, 'id') || string(file, 'name');

/** Files from the person's own machine: picked or dropped, uploaded at once, sent with the form. */
export function FileInput(props: ElementProps) {
  const { element, naming } = props;
  const { me, words } = useSandbox();
  const { state, current, keep } = useElement(props);
  const [problem, setProblem] = useState('');
  const files = objects(state, 'files');
  const types = strings(element, 'filetypes');
  const most = number(element, 'max_files') ?? mostFiles;

  const without = (key: string) => objects(current(), 'files').filter((file) => fileKey(file) !== key);

  const take = async (file: File) => {
    if (file.size > mostBytes) return setProblem(words.fileTooLarge(file.name));
    if (objects(current(), 'files').length >= most) return setProblem(words.tooManyFiles(most));
    keep({ files: [...without(file.name), { name: file.name }] });
    const answer = await upload(me.id, file);
    const others = without(file.name);
    keep({ files: answer.ok ? [...others, { ...answer.file }] : others });
    if (!answer.ok) setProblem(words.fileFailed(file.name));
  };
  const takeAll = (picked: FileList) => {
    setProblem('');
    for (const file of picked) void take(file);
  };

  const problemId = `${naming.id}-problem`;
  const rulesId = `${naming.id}-rules`;
  const described = [naming['aria-describedby'], problem && problemId, rulesId].filter(Boolean).join(' ');
  return (
    <div
      className="file-input"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        takeAll(event.dataTransfer.files);
      }}
    >
      {files.map((file) => {
        const name = string(file, 'name');
        const arrived = string(file, 'id') !== '';
        return (
          <span key={fileKey(file)} className="token" role={arrived ? undefined : 'status'}>
            {arrived ? name : words.uploading(name)}
            {arrived && (
              <button
                type="button"
                aria-label={words.remove(name)}
                onClick={() => keep({ files: without(fileKey(file)) })}
              >
                ✕
              </button>
            )}
          </span>
        );
      })}
      <label className="button file-pick">
        <input
          {...naming}
          aria-describedby={described}
          type="file"
          className="visually-hidden"
          multiple={most > 1}
          accept={types.map((type) => `.${type}`).join(',') || undefined}
          data-field
          onChange={(event) => {
            if (event.target.files) takeAll(event.target.files);
            event.target.value = '';
          }}
        />
        <span aria-hidden="true">{words.addFiles}</span>
      </label>
      <small id={rulesId}>{words.fileRules(types.map((type) => type.toUpperCase()).join(', '), most)}</small>
      {problem !== '' && (
        <div id={problemId} className="input-error" role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}
