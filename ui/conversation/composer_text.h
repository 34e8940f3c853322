#pragma once

#include <QPlainTextEdit>

namespace signalbox {

class Theme;

// The field an agent writes in. Plain text whatever is pasted or dropped; files come out as signals, never as words.
class ComposerText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ComposerText(const Theme& theme, QWidget* parent = nullptr);

    void setFilesWelcome(bool welcome) { m_filesWelcome = welcome; }
    // Between three and eight lines high, as the text needs.
    void fitHeight();
    // Puts words in where the cursor is, as one step of undo.
    void insertWords(const QString& words);
    void replaceWords(int start, int length, const QString& words);

Q_SIGNALS:
    void filesGiven(const QStringList& files);   // their paths
    void pictureGiven(const QByteArray& png);
    void menuWanted(const QPoint& globalPosition, const QTextCursor& at);

protected:
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Theme& m_theme;
    bool m_filesWelcome = false;
};

}
