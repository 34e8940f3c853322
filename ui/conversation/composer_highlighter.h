#pragma once

#include <QSyntaxHighlighter>

namespace signalbox {

class SpellingChecker;
class Theme;

// Marks what is not ready to be sent: wrong words with a line under them, attributes that nothing was put in for.
class ComposerHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    ComposerHighlighter(QTextDocument* document, const Theme& theme, const SpellingChecker& spelling);

protected:
    void highlightBlock(const QString& text) override;

private:
    const Theme& m_theme;
    const SpellingChecker& m_spelling;
};

}
