import { describe, expect, it } from '@jest/globals';
import { asksElsewhere } from './questions-of-other-languages.ts';
import { OTHER_LANGUAGES } from './words-of-other-languages.ts';

const ASKED: Readonly<Record<string, readonly string[]>> = {
  es: [
    'donde esta mi pedido',
    '¿Dónde está mi pedido',
    'hola, cuanto cuesta el envio',
    'Buenas. Puedo pagar con tarjeta',
  ],
  fr: [
    'où est ma commande',
    'bonjour, combien coûte la livraison',
    'est-ce que vous livrez en Suisse',
    'ça arrive quand ?',
  ],
  de: ['wo ist meine Bestellung', 'Guten Tag, wann kommt das Paket', 'kann ich das umtauschen', 'und der Versand?'],
  pt: ['onde está o meu pedido', 'olá, quanto custa a entrega', 'vocês entregam no sábado'],
  it: ["dov'è il mio ordine", 'quanto costa la spedizione', 'posso restituire la camicia'],
  nl: ['waar is mijn pakket', 'hallo, hoe lang duurt de levering', 'kan ik dit ruilen'],
  pl: ['gdzie jest moje zamówienie', 'dzień dobry, ile kosztuje przesyłka', 'czy mogę to zwrócić'],
  tr: ['siparişim nerede', 'kargo ne kadar', 'iade edebilir miyim'],
  vi: ['đơn hàng của tôi ở đâu', 'tôi trả lại được không', 'bao giờ hàng đến'],
  id: ['di mana pesanan saya', 'berapa ongkos kirim', 'halo, kapan pesanan saya tiba'],
  ru: ['где мой заказ', 'Здравствуйте, сколько стоит доставка'],
  uk: ['де моє замовлення', 'коли приїде посилка'],
  el: ['πού είναι η παραγγελία μου', 'Μπορώ να το επιστρέψω;'],
  ja: ['注文はどこですか', '送料はいくら'],
  ko: ['내 주문은 어디에 있나요', '언제 도착합니까'],
  ar: ['أين طلبي', 'هل يمكنني إرجاعه؟'],
  fa: ['سفارش من کجاست', 'هزینه ارسال چقدر است'],
  he: ['איפה ההזמנה שלי', 'האם אפשר להחזיר'],
  hi: ['मेरा ऑर्डर कहाँ है', 'क्या मैं इसे वापस कर सकता हूँ'],
  th: ['ของฉันอยู่ที่ไหน', 'คืนได้ไหม'],
};

const TOLD: Readonly<Record<string, readonly string[]>> = {
  es: ['La camisa llegó rota', 'Calle de la Rosa 12, Madrid', 'María de los Ángeles', 'No funciona cuando lo abro'],
  fr: [
    'La chemise est arrivée déchirée',
    '12 rue de la Paix, Paris',
    'Jean de la Fontaine',
    'elle se bloque quand je clique',
  ],
  de: [
    'Das Hemd ist kaputt angekommen',
    'Wolfgang von der Heide',
    'Am Markt 3, 20095 Hamburg',
    'Der Reißverschluss klemmt',
  ],
  pt: ['A camisa chegou rasgada', 'Rua das Flores 8, Lisboa', 'João da Silva'],
  it: ['La camicia è arrivata rotta', 'Via della Spiga 4, Milano', 'Maria della Valle', 'Como, Via Roma 2'],
  nl: ['Het overhemd is kapot', 'Jan van de Berg', 'Dorpsstraat 5 in Gouda'],
  pl: ['Koszula przyszła podarta', 'ulica Długa 5, Kraków'],
  tr: ['Gömlek yırtık geldi', 'Atatürk Caddesi 5, İzmir'],
  vi: ['Cái áo bị rách', 'Nguyễn Văn An'],
  id: ['Bajunya robek dan kotor', 'Jalan Merdeka 5, Bandung'],
  ru: ['Рубашка пришла порванной', 'Улица Ленина, дом 5'],
  uk: ['Сорочка прийшла порвана'],
  el: ['Το πουκάμισο ήρθε σκισμένο'],
  ja: ['シャツが破れていました', '田中さくら'],
  ko: ['셔츠가 찢어졌습니다', '김민수'],
  ar: ['وصل القميص ممزقا'],
  fa: ['پیراهن پاره رسید'],
  he: ['החולצה הגיעה קרועה'],
  hi: ['शर्ट फटी हुई आई'],
  th: ['เสื้อขาด'],
};

const cases = (of: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(of).flatMap(([language, texts]) => texts.map((text) => [language, text] as const));

describe('words of a language that the bot does not speak', () => {
  it.each(cases(ASKED))('ask (%s): %s', (language, text) => {
    expect(asksElsewhere(text, language)).toBe(true);
  });

  it.each(cases(TOLD))('tell, and ask nothing (%s): %s', (language, text) => {
    expect(asksElsewhere(text, language)).toBe(false);
  });

  it('are of every language that the bot can name itself in', () => {
    const others = Object.keys(OTHER_LANGUAGES).filter((language) => language !== 'en' && language !== 'zh');
    expect(Object.keys(ASKED).sort()).toEqual(others.sort());
    expect(Object.keys(TOLD).sort()).toEqual(others.sort());
  });
});
