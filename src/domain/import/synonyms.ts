/** Other names of our items, as people write them in English, German, Spanish and French. */
export const SYNONYMS: Record<string, readonly string[]> = {
  bloating: [
    'bloated',
    'distension',
    'bloat',
    'Blähbauch',
    'Völlegefühl',
    'hinchazón',
    'ballonnement',
    'ballonnements'
  ],
  gas: ['wind', 'flatulence', 'gassy', 'Blähungen', 'gases', 'gaz', 'flatulencia', 'flatulences'],
  'abdominal-pain': [
    'stomach pain', 'stomach ache', 'stomachache', 'stomach cramps', 'stomach cramping', 'tummy ache', 'belly pain',
    'abdominal cramps', 'cramps', 'Bauchschmerzen', 'Bauchweh', 'Bauchkrämpfe', 'dolor abdominal',
    'dolor de estómago', 'mal de ventre', 'douleurs abdominales'
  ], // prettier-ignore
  fatigue: ['tired', 'tiredness', 'exhaustion', 'Müdigkeit', 'Erschöpfung', 'cansancio', 'fatiga', 'fatigué'],
  'brain-fog': [
    'foggy',
    'Gehirnnebel',
    'Hirnnebel',
    'Nebel im Kopf',
    'niebla mental',
    'brouillard mental',
    'brouillard cérébral'
  ],
  'poor-concentration': [
    'Konzentrationsschwäche',
    'trouble concentrating',
    'difficulty concentrating',
    'falta de concentración'
  ],
  'skin-acne': ['pimples', 'Akne', 'Pickel', 'acné', 'breakout'],
  'skin-eczema': ['Ekzem', 'Neurodermitis', 'eccema', 'eczéma', 'atopic dermatitis'],
  'skin-rosacea': ['rosácea', 'rosacée', 'flushing', 'Rosazea'],
  'joint-pain': ['joints', 'sore joints', 'arthralgia', 'Gelenkschmerzen', 'dolor articular', 'douleurs articulaires'],
  'low-mood': ['depressed', 'depression', 'sadness', 'Niedergeschlagenheit', 'tristeza', 'tristesse', 'Traurigkeit'],
  anxiety: ['anxious', 'worry', 'Angst', 'Ängstlichkeit', 'ansiedad', 'anxiété'],
  stress: ['stressed', 'Stress', 'estrés'],
  'sleep-quality': ['quality of sleep', 'Schlafqualität', 'calidad del sueño', 'qualité du sommeil'],
  sleep: ['sleep times', 'Schlaf', 'sueño', 'sommeil'],
  water: ['water intake', 'dietary water', 'Wasser', 'agua', 'eau', 'hydration', 'drink water'],
  'bowel-movement': ['stool', 'poop', 'bowel movement', 'Stuhlgang', 'deposición', 'selles'],
  'sup-glutamine': ['glutamine', 'Glutamin', 'glutamina'],
  'sup-probiotic': ['probiotics', 'Probiotika', 'probiótico', 'probióticos', 'probiotique', 'probiotiques'],
  'sup-zinc': ['Zink', 'zinc supplement', 'cinc'],
  'sup-colostrum': ['Kolostrum', 'calostro'],
  'sup-aloe': ['aloe', 'aloe vera juice'],
  walking: ['walk', 'a walk', 'Spaziergang', 'Spazieren', 'caminar', 'paseo', 'marche', 'promenade'],
  breathing: ['breathwork', 'breathing exercise', 'Atemübungen', 'respiración', 'respiration'],
  'added-sugar': ['sugar', 'Zucker', 'azúcar', 'sucre', 'sweets'],
  upf: ['junk food', 'processed food', 'ultra processed food', 'comida basura', 'malbouffe'],
  gluten: ['wheat', 'Weizen', 'trigo', 'blé'],
  alcohol: ['Alkohol', 'alcool'],
  dairy: ['milk', 'Milch', 'Milchprodukte', 'lácteos', 'leche', 'produits laitiers', 'lait', 'lactose'],
  'fermented-food': ['fermented foods', 'sauerkraut', 'kimchi'],
  'bone-broth': ['Knochenbrühe', 'caldo de huesos', "bouillon d'os"],
  'confounder-illness': ['sick', 'illness', 'krank', 'enfermo', 'malade'],
  'confounder-menses': ['menstruation', 'menses', 'Periode', 'menstruación', 'règles', 'regla'],
  'confounder-travel': ['travel', 'Reise', 'viaje', 'voyage'],
  note: ['notes', 'Notiz', 'Notizen', 'nota', 'notas', 'comment', 'comments', 'remarque']
}
