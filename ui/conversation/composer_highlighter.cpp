#include "ui/conversation/composer_highlighter.h"

#include "ui/conversation/canned_text.h"
#include "ui/conversation/spelling_checker.h"
#include "ui/shared/theme.h"

namespace signalbox {

ComposerHighlighter::ComposerHighlighter(QTextDocument* document, const Theme& theme, const SpellingChecker& spelling)
    : QSyntaxHighlighter(document), m_theme(theme), m_spelling(spelling)
{
    connect(&spelling, &SpellingChecker::learned, this, &QSyntaxHighlighter::rehighlight);
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void ComposerHighlighter::highlightBlock(const QString& text)
{
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    wrong.setUnderlineColor(m_theme.color(ThemeColor::Bad));
    for (const WordSpan& word : wordsToSpell(text))
        if (m_spelling.isWrong(text.mid(word.start, word.length)))
            setFormat(word.start, word.length, wrong);
    QTextCharFormat gap;
    gap.setForeground(m_theme.color(ThemeColor::Bad));
    gap.setBackground(m_theme.color(ThemeColor::BadTint));
    for (const Gap& place : gapsIn(text))
        setFormat(place.start, place.length, gap);
}

}
