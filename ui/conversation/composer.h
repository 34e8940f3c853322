#pragma once

#include "ui/shared/theme.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace signalbox {

// Where an agent writes: a reply to the visitor, or an internal note. Ctrl+Enter sends, Enter starts a new line.
class Composer : public QFrame {
    Q_OBJECT

public:
    struct Draft {
        QString text;
        bool note = false;
    };
    // What may be done here; an empty reason means it may.
    struct Rights {
        QString replyBlocked;
        QString noteBlocked;
        QString take;   // text of the button that takes the conversation; empty: there is none
    };

    explicit Composer(Theme& theme, QWidget* parent = nullptr);

    void setRights(const Rights& rights);
    Draft draft() const;
    void setDraft(const Draft& draft);
    void writeNote(bool note);
    void takeKeyboard();

Q_SIGNALS:
    void sendWanted(const QString& text, bool note);
    void takeWanted();
    void typing();   // at most once in three seconds, and only for replies

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void send();
    void refresh();
    QString blocked() const;

    Theme& m_theme;
    Rights m_rights;
    QPushButton* m_reply;
    QPushButton* m_note;
    QPlainTextEdit* m_edit;
    QLabel* m_hint;
    QPushButton* m_send;
    QPushButton* m_take;
    QTimer* m_quiet;   // runs while no further `typing` is due
};

}
