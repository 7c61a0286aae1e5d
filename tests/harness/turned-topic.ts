/** An invented topic whose texts all run from right to left, as a file holds it, and those texts. */
export interface TurnedTopic {
  readonly file: string;
  readonly texts: readonly string[];
}

export function turnedTopic(): TurnedTopic {
  const texts = new Set<string>();
  const t = (text: string): string => {
    texts.add(text);
    return JSON.stringify(text);
  };
  const [north, south, east] = ['העיר הצפונית', 'المدينة الجنوبية', 'מזרח (אזור 3)'];
  const [open, shut] = ['הגשר פתוח', 'الجسر مغلق'];
  const file = `topic: ${t('הגשר והسد')}
summary: ${t('מה נאמר על הגשר.')}
parties: [${t(north)}, ${t(south)}, ${t(east)}]
speakers:
  n: { name: ${t('דנה כהן')}, role: ${t('ראש העיר')}, party: ${t(north)} }
  s: { name: ${t('ليلى حداد')}, role: ${t('المتحدثة')}, party: ${t(south)} }
  e: { name: ${t('יוסי לוי')}, party: ${t(east)} }
sources:
  one: { outlet: ${t('הארץ הצפונית')}, title: ${t('דיווח: 3 פצועים')}, byline: ${t('נועה בר')}, kind: article, published: 2024-03-12, url: 'https://example.org/1' }
  two: { outlet: ${t('صحيفة الجنوب')}, kind: broadcast, published: 2024-03-13 }
questions:
  - id: bridge
    ask: ${t('מה מצב הגשר?')}
    measure: ${t('הגשר הישן, لا الجديد')}
    options: [${t(open)}, ${t(shut)}]
    claims:
      - { id: n1, speaker: n, date: 2024-03-12, says: ${t('הגשר פתוח לכולם')}, quote: ${t('פתוח')}, lang: he, translation: ${t('مفتوح')}, translator: ${t('سمير')}, answer: ${t(open)}, source: one, note: ${t('הערה')}, at: ${t('עמוד 3')} }
      - { id: s1, speaker: s, date: 2024-03-12, says: ${t('الجسر مغلق اليوم')}, verb: ${t('أكدت')}, answer: ${t(shut)}, source: two, via: [${t('وكالة')}], reviewed: [{ with: n1, reason: ${t('نقطتان مختلفتان')} }] }
      - { id: e1, speaker: e, date: 2024-03-12, says: ${t('אינו פתוח')}, answer: ${t(shut)}, anonymous: ${t('חשש')}, source: one }
      - { id: n2, speaker: n, date: 2024-03-14, says: ${t('נסגר בלילה')}, answer: ${t(shut)}, source: one, denies: e1 }
  - id: hurt
    ask: ${t('כמה נפצעו?')}
    unit: פצועים
    time: cumulative
    claims:
      - { id: n3, speaker: n, date: 2024-03-13, as_of: 2024-03-12, says: ${t('נפצעו 12')}, answer: ${t('١٢')}, source: one }
      - { id: s3, speaker: s, date: 2024-03-13, as_of: 2024-03-12, says: ${t('أصيب 40')}, answer: '40', certainty: likely, source: two }
      - { id: s4, speaker: s, date: 2024-03-15, as_of: 2024-03-15, says: ${t('أصيب 7')}, answer: '7', source: two }
  - ask: ${t('מי יתקן?')}
claims:
  - { speaker: s, date: 2024-03-16, says: ${t('سنعود')} }
`;
  return { file, texts: [...texts] };
}
