#pragma once

#include "model/domain/change_set.h"
#include "ui/policies/studio_context.h"
#include "ui/shared/background_work.h"
#include "ui/shared/command_answers.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace signalbox {

// Keeps the draft in the workspace: saves it a moment after each change, takes in what others saved, and holds still when
// both changed it, until a person has said how to go on. Nothing is written over unseen.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    explicit DraftKeeper(const StudioContext& context, QObject* parent = nullptr);
    ~DraftKeeper() override;   // what is not saved yet leaves before the window has gone

    enum class State {
        Nothing,    // there is no draft
        OnlyHere,   // who sits here may not save one
        Unsaved,
        Saving,
        Saved,
        Trouble,    // the last save was refused; it is tried again
        Conflict,   // somebody else saved while changes from here were not saved yet
    };
    State state() const;
    Instant savedAt() const { return m_savedAt; }
    AgentId savedBy() const { return m_savedBy; }
    QString trouble() const { return m_trouble; }
    // What somebody else saved meanwhile; revision 0: they discarded or published it. Null: no conflict.
    const DraftOnScreen* theirs() const { return m_theirs ? &*m_theirs : nullptr; }

    void saveNow();
    void takeTheirs();
    QStringList keepMine();   // on top of theirs; returns what both changed, which comes out as mine
    void discard();           // the draft is gone, for everybody
    // The draft as it stands becomes the live version in one step and is gone. Waits for a save that is under way.
    void publish(const QString& note, std::function<void()> done, std::function<void(const QString&)> refused);

Q_SIGNALS:
    void changed();

private:
    void follow(const ChangeSet& changes);
    void hear(const DraftOnScreen& draft);
    bool isSaving() const { return m_awaited > 0 || m_writing.running(); }
    bool isEcho(const DraftOnScreen& draft);   // of what left here
    void hearTheEnd(const DraftOnScreen& draft);
    void adopt(const DraftOnScreen& draft);
    void load(const std::string& baseDocument, int baseVersion, const DraftOnScreen& draft);
    void edited();
    void schedule();
    void sendSave(const std::string& document);   // empty: all is as it is live, there is no draft any more
    void send(decltype(Command::what) what, std::string document);
    void answered(const std::string& document, const QString& refusal);
    void settle();   // does what waited for the answers

    StudioContext m_context;
    RulebookDraft& m_draft;
    CommandAnswers m_commands;
    BackgroundWork m_writing;
    QTimer m_pause;      // since the last change
    QTimer m_atLatest;   // since the first that is not saved

    std::int64_t m_seen = 0;          // the revision this grew from; 0: there was none
    std::string m_synced;             // the document last saved or taken in; empty: there was none
    std::deque<std::string> m_sent;   // saved from here, and not heard of again yet
    int m_awaited = 0;                // answers
    bool m_dirty = false;             // changed since the last save was sent
    bool m_loading = false;           // what changes now comes from outside
    Instant m_savedAt{};
    AgentId m_savedBy;
    QString m_trouble;
    std::optional<DraftOnScreen> m_theirs;
    std::optional<DraftOnScreen> m_awaitingBase;   // to be taken in when the version it started from has been read
    quint64 m_baseTicket = 0;
    std::function<void()> m_whenSettled;
};

}
