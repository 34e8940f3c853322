#pragma once

#include <QFrame>

#include <functional>

class QListWidget;
class QPlainTextEdit;

namespace signalbox {

class Theme;

// One thing that may complete what is being typed.
struct Completion {
    QString key;   // what the caller knows it by
    QString title;
    QString detail;   // muted, after the title
};

// A list over a text field: opens when a word begins with a sign ("/", "@"), is narrowed by the letters after it, and
// gives back which one was taken. The keyboard stays in the field: arrows choose, Enter and Tab take, Escape closes.
class CompletionPopup : public QFrame {
    Q_OBJECT

public:
    // What fits a sign and the letters after it; nothing: the sign means nothing here.
    using Source = std::function<QList<Completion>(QChar sign, const QString& letters)>;

    CompletionPopup(Theme& theme, QPlainTextEdit& field, Source source);

    bool isOpen() const { return isVisible(); }
    void dismiss();

Q_SIGNALS:
    // The word from `start` on, `length` characters with its sign, is to give way to what was taken.
    void taken(QChar sign, const QString& key, int start, int length);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void place();
    void take();
    bool handleKey(int key);

    Theme& m_theme;
    QPlainTextEdit& m_field;
    Source m_source;
    QListWidget* m_list;
    QChar m_sign;
    int m_start = -1;
    int m_dismissedAt = -1;   // the word that was left as it is
};

}
