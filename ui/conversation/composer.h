#pragma once

#include "model/domain/attachment.h"
#include "model/domain/value.h"
#include "ui/conversation/spelling_checker.h"
#include "ui/shared/page_context.h"
#include "ui/shared/theme.h"

#include <QFrame>

#include <vector>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QTimer;
class QToolButton;

namespace signalbox {

class CompletionPopup;
class ComposerText;
class ElidedLabel;
class EmojiPicker;
class FileChips;
struct Completion;

// Where an agent writes: a reply to the visitor, or an internal note. Ctrl+Enter sends, Enter starts a new line, "/"
// finds canned replies, "@" in a note finds colleagues, Ctrl+; finds emoji.
class Composer : public QFrame {
    Q_OBJECT

public:
    // What has been written so far, or is to be sent.
    struct Draft {
        QString text;
        bool note = false;
        std::vector<FileToSend> files{};

        bool isEmpty() const { return text.isEmpty() && files.empty(); }
    };
    // What may be done here; an empty reason means it may.
    struct Rights {
        QString replyBlocked;
        QString noteBlocked;
        QString take;   // text of the button that takes the conversation; empty: there is none
    };

    explicit Composer(const PageContext& context, QWidget* parent = nullptr);
    ~Composer() override;

    void setRights(const Rights& rights);
    // What canned replies are filled with, the language the visitor reads, and how many characters the channel takes
    // (0: any number).
    void setKnown(Values known, const QString& language, int mostCharacters);
    Draft draft() const;
    QString words() const;   // as they stand in the field
    bool isNote() const;
    void setDraft(const Draft& draft);
    void insert(const QString& words);   // where the cursor is, as one step of undo
    void writeNote(bool note);
    void takeKeyboard();
    // Whether Tab in the empty field, and Ctrl+Z there, mean something to whoever shows this composer.
    void setTabWanted(bool wanted) { m_tabWanted = wanted; }
    void setUndoWanted(bool wanted) { m_undoWanted = wanted; }
    // The agents that a note calls, by the names in it.
    std::vector<AgentId> mentionsIn(const QString& note) const;

Q_SIGNALS:
    void sendWanted(const signalbox::Composer::Draft& written);
    void takeWanted();
    void edited();   // the draft is another one
    void typing();   // at most once in three seconds, and only for replies
    void tabInEmpty();
    void undoInEmpty();
    void filesRefused(const QString& why);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    QHBoxLayout* buildHead();
    QHBoxLayout* buildFoot();
    void connectParts();
    void send();
    void refresh();
    void textChanged();
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    QString blocked() const;    // may not write here
    QString notReady() const;   // what is written may not go as it stands
    QString hint() const;
    QList<Completion> completions(QChar sign, const QString& letters) const;
    void complete(QChar sign, const QString& key, int start, int length);
    void selectGap(int from);
    void askForFile();
    void readFiles(const QStringList& files);
    void addFile(const QString& name, std::string bytes);
    void showTextMenu(const QPoint& globalPosition, const QTextCursor& at);
    void addSpelling(QMenu& menu, const QTextCursor& at);
    void fillChoices(QMenu& menu);
    QString spellingWords() const;

    PageContext m_context;
    Theme& m_theme;
    Rights m_rights;
    Values m_known;
    int m_mostCharacters = 0;
    bool m_tabWanted = false;
    bool m_undoWanted = false;
    QString m_lastText;
    SpellingChecker m_spelling;
    QPushButton* m_reply;
    QPushButton* m_note;
    QPushButton* m_language;
    ComposerText* m_edit;
    FileChips* m_files;
    QToolButton* m_attach;
    QPushButton* m_canned;
    QToolButton* m_smile;
    QToolButton* m_more;
    ElidedLabel* m_hint;
    QPushButton* m_send;
    QPushButton* m_take;
    CompletionPopup* m_completion;
    EmojiPicker* m_emoji = nullptr;   // made when first asked for
    QTimer* m_quiet;                  // runs while no further `typing` is due
};

// Seconds a reply waits before it leaves, while it can be taken back; kept in the window's state.
std::chrono::seconds undoSendTime(const UiState& state);

}
