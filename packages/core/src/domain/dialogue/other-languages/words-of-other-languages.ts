import type { Locale } from '../../locale.ts';

/** What is said to somebody who writes in a language that the bot does not understand. */
export interface OtherLanguageWords {
  /** What the language calls ours. */
  names: Record<Locale, string>;
  and: string;
  /** "I understand only …. I can get a person for you." */
  say: (languages: string) => string;
  /** Of the button that calls a person. */
  person: string;
  /** What leads to the question of a form that stands below it, in a language of ours. */
  goOn: string;
}

/** By ISO 639-1 code. Ours are here for sites that speak only the other. */
export const OTHER_LANGUAGES: Readonly<Record<string, OtherLanguageWords>> = {
  en: {
    names: { en: 'English', zh: 'Chinese' },
    and: ' and ',
    say: (languages) => `Sorry, I only understand ${languages}. I can get a person for you.`,
    person: 'Talk to a person',
    goOn: 'If you would rather go on here:',
  },
  zh: {
    names: { en: '英文', zh: '中文' },
    and: '和',
    say: (languages) => `抱歉，我只懂${languages}。我可以帮您转人工。`,
    person: '转人工',
    goOn: '如果您想在这里继续：',
  },
  es: {
    names: { en: 'inglés', zh: 'chino' },
    and: ' y ',
    say: (languages) => `Lo siento, solo entiendo ${languages}. Puedo ponerle en contacto con una persona.`,
    person: 'Hablar con una persona',
    goOn: 'Si prefiere seguir aquí:',
  },
  fr: {
    names: { en: "l'anglais", zh: 'le chinois' },
    and: ' et ',
    say: (languages) => `Désolé, je ne comprends que ${languages}. Je peux vous mettre en contact avec une personne.`,
    person: 'Parler à une personne',
    goOn: 'Si vous préférez continuer ici :',
  },
  de: {
    names: { en: 'Englisch', zh: 'Chinesisch' },
    and: ' und ',
    say: (languages) => `Leider verstehe ich nur ${languages}. Ich kann Sie mit einem Menschen verbinden.`,
    person: 'Mit einem Menschen sprechen',
    goOn: 'Wenn Sie lieber hier weitermachen:',
  },
  pt: {
    names: { en: 'inglês', zh: 'chinês' },
    and: ' e ',
    say: (languages) => `Desculpe, só entendo ${languages}. Posso chamar uma pessoa para ajudar.`,
    person: 'Falar com uma pessoa',
    goOn: 'Se preferir continuar aqui:',
  },
  it: {
    names: { en: "l'inglese", zh: 'il cinese' },
    and: ' e ',
    say: (languages) => `Mi dispiace, capisco solo ${languages}. Posso metterla in contatto con una persona.`,
    person: 'Parlare con una persona',
    goOn: 'Se preferisce continuare qui:',
  },
  nl: {
    names: { en: 'Engels', zh: 'Chinees' },
    and: ' en ',
    say: (languages) => `Sorry, ik begrijp alleen ${languages}. Ik kan u met een mens verbinden.`,
    person: 'Met een mens praten',
    goOn: 'Als u liever hier verdergaat:',
  },
  pl: {
    names: { en: 'po angielsku', zh: 'po chińsku' },
    and: ' i ',
    say: (languages) => `Przepraszam, rozumiem tylko ${languages}. Mogę połączyć Państwa z człowiekiem.`,
    person: 'Porozmawiaj z człowiekiem',
    goOn: 'Jeśli wolą Państwo kontynuować tutaj:',
  },
  tr: {
    names: { en: 'İngilizce', zh: 'Çince' },
    and: ' ve ',
    say: (languages) => `Üzgünüm, yalnızca ${languages} anlıyorum. Sizi bir kişiye bağlayabilirim.`,
    person: 'Bir kişiyle görüş',
    goOn: 'Burada devam etmek isterseniz:',
  },
  vi: {
    names: { en: 'tiếng Anh', zh: 'tiếng Trung' },
    and: ' và ',
    say: (languages) => `Xin lỗi, tôi chỉ hiểu ${languages}. Tôi có thể chuyển bạn đến nhân viên hỗ trợ.`,
    person: 'Nói chuyện với nhân viên',
    goOn: 'Nếu bạn muốn tiếp tục tại đây:',
  },
  id: {
    names: { en: 'bahasa Inggris', zh: 'bahasa Mandarin' },
    and: ' dan ',
    say: (languages) => `Maaf, saya hanya mengerti ${languages}. Saya bisa menghubungkan Anda dengan seseorang.`,
    person: 'Bicara dengan seseorang',
    goOn: 'Jika Anda ingin melanjutkan di sini:',
  },
  ru: {
    names: { en: 'по-английски', zh: 'по-китайски' },
    and: ' и ',
    say: (languages) => `Извините, я понимаю только ${languages}. Я могу позвать человека.`,
    person: 'Поговорить с человеком',
    goOn: 'Если хотите продолжить здесь:',
  },
  uk: {
    names: { en: 'англійською', zh: 'китайською' },
    and: ' та ',
    say: (languages) => `Вибачте, я розумію лише ${languages}. Я можу покликати людину.`,
    person: 'Поговорити з людиною',
    goOn: 'Якщо хочете продовжити тут:',
  },
  el: {
    names: { en: 'αγγλικά', zh: 'κινεζικά' },
    and: ' και ',
    say: (languages) => `Συγγνώμη, καταλαβαίνω μόνο ${languages}. Μπορώ να σας συνδέσω με έναν άνθρωπο.`,
    person: 'Μιλήστε με έναν άνθρωπο',
    goOn: 'Αν προτιμάτε να συνεχίσετε εδώ:',
  },
  ja: {
    names: { en: '英語', zh: '中国語' },
    and: 'と',
    say: (languages) => `申し訳ありませんが、${languages}しか分かりません。担当者におつなぎできます。`,
    person: '担当者と話す',
    goOn: 'このまま続ける場合はこちらです：',
  },
  ko: {
    names: { en: '영어', zh: '중국어' },
    and: ', ',
    say: (languages) => `죄송합니다. 저는 ${languages}만 이해합니다. 상담원을 연결해 드릴 수 있습니다.`,
    person: '상담원 연결',
    goOn: '여기서 계속하시려면:',
  },
  ar: {
    names: { en: 'الإنجليزية', zh: 'الصينية' },
    and: ' و',
    say: (languages) => `عذرًا، أنا أفهم ${languages} فقط. يمكنني أن أوصلك بشخص.`,
    person: 'التحدث إلى شخص',
    goOn: 'إذا كنت تفضل المتابعة هنا:',
  },
  fa: {
    names: { en: 'انگلیسی', zh: 'چینی' },
    and: ' و ',
    say: (languages) => `متأسفم، من فقط ${languages} می‌فهمم. می‌توانم شما را به یک نفر وصل کنم.`,
    person: 'صحبت با یک نفر',
    goOn: 'اگر ترجیح می‌دهید همین‌جا ادامه دهید:',
  },
  he: {
    names: { en: 'אנגלית', zh: 'סינית' },
    and: ' ו',
    say: (languages) => `מצטערים, אני מבין רק ${languages}. אפשר להעביר אתכם לנציג.`,
    person: 'דברו עם נציג',
    goOn: 'אם תעדיפו להמשיך כאן:',
  },
  hi: {
    names: { en: 'अंग्रेज़ी', zh: 'चीनी' },
    and: ' और ',
    say: (languages) => `क्षमा करें, मैं केवल ${languages} समझता हूँ। मैं आपकी बात किसी व्यक्ति से करा सकता हूँ।`,
    person: 'किसी व्यक्ति से बात करें',
    goOn: 'यदि आप यहीं जारी रखना चाहें:',
  },
  th: {
    names: { en: 'ภาษาอังกฤษ', zh: 'ภาษาจีน' },
    and: 'และ',
    say: (languages) => `ขออภัย ฉันเข้าใจเฉพาะ${languages} ฉันสามารถติดต่อเจ้าหน้าที่ให้คุณได้`,
    person: 'คุยกับเจ้าหน้าที่',
    goOn: 'หากคุณต้องการดำเนินการต่อที่นี่:',
  },
};
