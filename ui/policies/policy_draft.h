#pragma once

#include "routing/rulebook/rulebook.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <optional>
#include <set>

namespace signalbox {

// How a policy of the draft differs from the live version.
struct OldPolicyChange {
    bool moved = false;
    bool switched = false;

    bool any() const { return moved || switched; }
    bool operator==(const OldPolicyChange&) const = default;
};

// The rulebook as it is being edited: its policies in the order in which they are tried, each edit one step of undo.
// A version that goes live underneath is kept aside until the draft is rebased onto it or discarded.
class PolicyDraft : public QObject {
    Q_OBJECT

public:
    explicit PolicyDraft(QObject* parent = nullptr);

    // A version is live. Without changes of mine the draft follows it.
    void setLive(int version, const Rulebook& live);

    int version() const { return m_version; }   // that the draft starts from
    bool isBehind() const { return m_newer.has_value(); }
    int newestVersion() const { return m_newer ? m_newer->version : m_version; }
    const Rulebook& rulebook() const { return m_working; }
    const std::vector<Policy>& policies() const { return m_working.policies; }
    int rowOf(const PolicyId& policy) const;   // -1 when it is not there

    OldPolicyChange changeOf(const PolicyId& policy) const;
    int changes() const;   // policies that differ
    std::string document() const;

    // `to` is the row at which the policy stands afterwards.
    void move(int from, int to);
    void setEnabled(int row, bool enabled);
    void discard();
    void rebase();   // the same switches and moves on top of the newest version; undo starts anew

    QUndoStack& undoStack() { return m_undo; }

Q_SIGNALS:
    void aboutToMove(int from, int to);
    void moved();
    void rowChanged(int row);
    void aboutToReset();
    void wasReset();
    void changed();   // after each of the above

private:
    struct Version {
        int version = 0;
        Rulebook rulebook;
    };
    friend class MovePolicy;
    friend class SwitchPolicy;
    void applyMove(int from, int to);
    void applyEnabled(const PolicyId& policy, bool enabled);
    void start(Version version, Rulebook working);
    void compare();
    Rulebook numbered() const;

    int m_version = 0;
    Rulebook m_live;      // policies in order
    Rulebook m_working;
    std::optional<Version> m_newer;
    std::set<PolicyId> m_moved;
    QUndoStack m_undo;
};

}
