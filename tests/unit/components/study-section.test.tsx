// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { StudyAsks } from '../../../components/options/study/study-asks.tsx';
import { StudySection } from '../../../components/options/study/study-section.tsx';
import { done, nothing } from '../../e2e/gallery/history-port.ts';
import { OPTIONS, optionsPort } from '../../e2e/gallery/options-model.ts';
import { ENROLMENT, STUDY, studyPort } from '../../e2e/gallery/study.ts';
import { changing } from './changing.ts';
import { button, click, show, textOf } from './show.tsx';

/** Work that is under way until it is ended. */
function underWay<T>() {
  const work = Promise.withResolvers<T>();
  return { ...work, begin: vi.fn(() => work.promise) };
}

async function asked(onJoin: () => Promise<'joined' | 'code'>): Promise<HTMLElement> {
  const root = await show(<StudyAsks study={STUDY} model={OPTIONS} onDecline={nothing} onJoin={onJoin} />);
  await click(root.querySelector('.study-questions input') as HTMLElement);
  return root;
}

const enrolled = (leave: () => Promise<void>) => {
  const port = { ...optionsPort(), study: { ...studyPort(ENROLMENT), leave } };
  return show(<StudySection model={OPTIONS} port={port} onChange={done} />);
};

test('a study is shown, and can be left, where no list can be read', async () => {
  const left = vi.fn(async () => undefined);
  const port = { ...optionsPort(), study: { ...studyPort(ENROLMENT), leave: left } };
  const said = async (list: typeof OPTIONS.list | null) => {
    const root = await show(<StudySection model={{ ...OPTIONS, list }} port={port} onChange={done} />);
    return { root, text: textOf(root) };
  };
  expect((await said(OPTIONS.list)).text).toContain('You use version 412');
  const { root, text } = await said(null);
  expect(text).not.toContain('You use version');
  await click(button(root, 'Leave the study'));
  expect(left).toHaveBeenCalledOnce();
});

test('while it is being joined a study can be neither joined again nor declined', async () => {
  const joining = underWay<'code'>();
  const root = await asked(joining.begin);
  for (let i = 0; i < 2; i++) await click(button(root, 'Take part'));
  expect(joining.begin).toHaveBeenCalledOnce();
  expect(button(root, 'Do not take part').disabled).toBe(true);
  joining.resolve('code');
  await click(root);
  expect(textOf(root)).toContain('The code does not have the form');
  expect(button(root, 'Take part').disabled).toBe(false);
});

test('after a joining that failed it can be tried again', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const root = await asked(() => Promise.reject(new Error('gone')));
  await click(button(root, 'Take part'));
  expect(textOf(root)).toContain('You could not be enrolled.');
  expect(button(root, 'Take part').disabled).toBe(false);
});

test('while it is being left a study cannot be left again', async () => {
  const leaving = underWay<void>();
  const root = await enrolled(leaving.begin);
  for (let i = 0; i < 2; i++) await click(button(root, 'Leave the study'));
  expect(leaving.begin).toHaveBeenCalledOnce();
  leaving.resolve();
  await click(root);
  expect(textOf(root)).toContain('You have left the study.');
});

test('a study that could not be left is still shown, and can be left', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const leave = vi.fn(done).mockRejectedValueOnce(new Error('gone'));
  const root = await enrolled(leave);
  await click(button(root, 'Leave the study'));
  expect(textOf(root)).toContain('That could not be done.');
  await click(button(root, 'Leave the study'));
  expect(textOf(root)).toContain('You have left the study.');
});

test('what another page joins or leaves is shown here too, and a form read meanwhile stays', async () => {
  const study = studyPort();
  const { port, change } = changing({ ...optionsPort(), study });
  const root = await show(<StudySection model={OPTIONS} port={port} onChange={done} />);
  const told = async () => {
    await act(async () => change());
    await click(root);
  };
  const field = root.querySelector('input[type=file]') as HTMLInputElement;
  Object.defineProperty(field, 'files', { value: [new File(['{}'], 'study.json')] });
  await act(async () => void field.dispatchEvent(new Event('change')));
  await told();
  button(root, 'Take part');
  await study.join(STUDY, { agreed: new Set(), language: 'en', code: 'P-017', changeRetention: false });
  await told();
  button(root, 'Leave the study');
  await study.leave();
  await told();
  expect(root.querySelector('input[type=file]')).not.toBeNull();
});

test('a form that is open stays where the enrolment cannot be read again', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const current = vi.fn(studyPort(ENROLMENT).current);
  const { port, change } = changing({ ...optionsPort(), study: { ...studyPort(ENROLMENT), current } });
  const root = await show(<StudySection model={OPTIONS} port={port} onChange={done} />);
  current.mockRejectedValueOnce(new Error('gone'));
  await act(async () => change());
  await click(root);
  button(root, 'Leave the study');
});
