import type { Enrolment, StudyFile, StudyPort } from '../../../components/models/study.ts';

export const STUDY: StudyFile = {
  ensign_study: 1,
  study_id: 'landing-pages-2027',
  title: {
    en: 'Chinese landing pages of exchanges, 2027',
    zh_CN: '交易所中文推介页面调查 2027',
    zh_TW: '交易所中文推介頁面調查 2027',
  },
  contact: 'Example University, Department of Markets, study@example.org',
  participant: { rule: 'code', form: 'P-###' },
  export: { choice: 'fixed', level: 'host', time: 'hour', title: false, query: false },
  pseudonyms: 'kept',
  retention_days: 180,
  consent: [
    {
      id: 'purpose',
      text: {
        en: 'I have read what the study is for and who answers for it.',
        zh_CN: '我已阅读研究的目的，并知道由谁负责。',
        zh_TW: '我已閱讀研究的目的，並知道由誰負責。',
      },
      required: true,
    },
    {
      id: 'archive',
      text: {
        en: 'My rows may be kept in a public archive, by registrable domain and day.',
        zh_CN: '我的记录可以按可注册域名和日期存入公开档案。',
        zh_TW: '我的紀錄可以按可註冊網域和日期存入公開檔案庫。',
      },
      required: false,
    },
  ],
  list: { version: 411, sha256: '9f3c41d07be258aa06c7d9134b6f2e80e517c3a499d20b716f08da3512bce1a7' },
  encrypt_to: ['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'],
};

export const ENROLMENT: Enrolment = {
  version: 1,
  study: STUDY,
  participant_id: 'P-017',
  joined_at: '2026-11-20T08:00:00.000Z',
  answers: STUDY.consent.map(({ id, text, required }) => ({
    id,
    text: text.en ?? '',
    language: 'en',
    agreed: required,
  })),
  salt: null,
  retention_before: 90,
};

/** Studies in memory. */
export function studyPort(start: Enrolment | null = null): StudyPort {
  let enrolment = start;
  return {
    current: async () => enrolment,
    read: async () => ({ study: STUDY }),
    async join(study, { agreed, code }) {
      if (!/^P-\d{3}$/.test(code)) return 'code';
      const answers = ENROLMENT.answers.map((answer) => ({ ...answer, agreed: agreed.has(answer.id) }));
      enrolment = { ...ENROLMENT, study, participant_id: code, answers };
      return 'joined';
    },
    async leave() {
      enrolment = null;
    },
  };
}
