#include "ui/conversation/spelling_checker.h"

#include "ui/shared/speller.h"
#include "ui/shared/ui_state.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace signalbox {
namespace {

const QString switchKey = QStringLiteral("desk/spelling");
const QString addedKey = QStringLiteral("desk/addedWords");
constexpr std::chrono::milliseconds afterTyping{300};
constexpr qsizetype mostKnown = 5000;
constexpr qsizetype longestWord = 60;

bool isAddress(QStringView token)
{
    return token.contains(u'@') || token.contains(u'/') || token.contains(u'_') || token.contains(u'{')
        || token.contains(u'}');
}

bool isSpelled(QStringView word)
{
    const auto letter = [](QChar c) { return c.isLetter() || c.isHighSurrogate() || c.isMark(); };
    return word.size() > 1 && word.size() <= longestWord && std::ranges::any_of(word, letter)
        && std::ranges::none_of(word, [](QChar c) { return c.isDigit(); }) && word.toString().toUpper() != word;
}

// Dictionaries know the typewriter's apostrophe.
QString asAsked(const QString& word) { return QString(word).replace(u'’', u'\''); }

}

QList<WordSpan> wordsToSpell(const QString& text)
{
    QList<WordSpan> words;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        const QStringView token = QStringView(text).sliced(at, end - at);
        QTextBoundaryFinder finder(QTextBoundaryFinder::Word, token.data(), token.size());
        while (!token.isEmpty() && !isAddress(token) && finder.position() >= 0 && finder.position() < token.size()) {
            const qsizetype from = finder.position();
            const qsizetype to = finder.toNextBoundary();
            if (to > from && isSpelled(token.sliced(from, to - from)))
                words.append({int(at + from), int(to - from)});
        }
        at = end + 1;
    }
    return words;
}

SpellingChecker::SpellingChecker(Speller* speller, UiState& state, QObject* parent)
    : QObject(parent),
      m_speller(speller),
      m_state(state),
      m_on(state.string(switchKey, QStringLiteral("on")) == QLatin1String("on"))
{
    for (const QString& word : state.string(addedKey).split(u' ', Qt::SkipEmptyParts))
        m_added.insert(word);
    m_soon.setSingleShot(true);
    m_soon.setInterval(afterTyping);
    connect(&m_soon, &QTimer::timeout, this, &SpellingChecker::ask);
}

void SpellingChecker::setOn(bool on)
{
    m_on = on;
    m_state.setString(switchKey, on ? QStringLiteral("on") : QStringLiteral("off"));
    if (on)
        m_soon.start();
    Q_EMIT learned();
}

void SpellingChecker::setLanguage(const QString& language)
{
    if (language == m_language && !m_dictionary.isEmpty())
        return;
    m_language = language;
    m_right.clear();
    m_soon.start();
}

bool SpellingChecker::isWrong(const QString& word) const
{
    return m_on && !m_added.contains(word) && !m_right.value(asAsked(word), true);
}

void SpellingChecker::check(const QString& text)
{
    m_text = text;
    if (m_on)
        m_soon.start();
}

void SpellingChecker::ask()
{
    if (!m_speller || !m_on)
        return;
    QStringList unknown;
    for (const WordSpan& span : wordsToSpell(m_text)) {
        const QString word = asAsked(m_text.mid(span.start, span.length));
        if (!m_right.contains(word) && !unknown.contains(word))
            unknown << word;
    }
    if (unknown.isEmpty() && !m_dictionary.isEmpty())
        return;
    m_checking.start([this, speller = m_speller, language = m_language, unknown]() -> BackgroundWork::Finish {
        const QString dictionary = speller->dictionaryFor(language);
        QHash<QString, bool> right;
        for (const QString& word : unknown)
            right.insert(word, dictionary.isEmpty() || speller->knows(dictionary, word));
        return [this, dictionary, right] {
            if (m_right.size() > mostKnown)
                m_right.clear();
            m_dictionary = dictionary;
            m_right.insert(right);
            Q_EMIT learned();
        };
    });
}

void SpellingChecker::addWord(const QString& word)
{
    m_added.insert(word);
    QStringList all(m_added.cbegin(), m_added.cend());
    all.sort();
    m_state.setString(addedKey, all.join(u' '));
    Q_EMIT learned();
}

void SpellingChecker::suggest(const QString& word, std::function<void(const QStringList&)> suggested)
{
    if (!m_speller)
        return;
    m_suggesting.start([speller = m_speller, dictionary = m_dictionary, word,
                        suggested = std::move(suggested)]() -> BackgroundWork::Finish {
        const QStringList found = speller->suggestions(dictionary, asAsked(word));
        return [suggested, found] { suggested(found); };
    });
}

}
