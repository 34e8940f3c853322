#pragma once

#include "routing/rulebook/rulebook.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace signalbox {

// How a policy of the draft differs from the live version.
struct PolicyChange {
    bool added = false;
    bool edited = false;   // conditions, actions, name, ...
    bool moved = false;
    bool switched = false;

    bool any() const { return added || edited || moved || switched; }
    bool operator==(const PolicyChange&) const = default;
};

// The rulebook as it is being edited, the one truth for every view of the studio. Policies stand in the order in which they
// are tried. Every edit is one named step of the one undo stack; edits in a row with the same merge key are one step
// (typing). A version that goes live underneath is kept aside until the draft is rebased onto it or discarded.
class RulebookDraft : public QObject {
    Q_OBJECT

public:
    explicit RulebookDraft(QObject* parent = nullptr);

    // A version is live. Without changes of mine, or when it is this draft that was published, the draft follows it.
    // `document` is what was published, byte for byte.
    void setLive(int version, const std::string& document);
    // A draft that was saved, by anybody. Issues in it are no hindrance. Undo starts anew.
    void load(int baseVersion, const std::string& baseDocument, const std::string& document);

    int baseVersion() const { return m_baseVersion; }
    int liveVersion() const { return m_newer ? m_newer->version : m_baseVersion; }
    bool isBehind() const { return m_newer.has_value(); }
    const Rulebook& live() const { return m_base; }          // the version it starts from, policies in order
    const Rulebook& rulebook() const { return m_working; }   // policies in order
    const std::vector<Policy>& policies() const { return m_working.policies; }
    int rowOf(const PolicyId& policy) const;   // -1 when it is not there
    const Policy* find(const PolicyId& policy) const;

    PolicyChange changeOf(const PolicyId& policy) const;
    int changes() const;   // policies that differ or are gone, and sections of the other rooms that differ
    bool isChanged() const { return changes() > 0; }
    // The rulebook as JSON. As long as nothing differs from where it started: that document, byte for byte.
    std::string document() const;
    // The same, to be written on another thread: writing thousands of policies takes longer than a frame.
    std::function<std::string()> writer() const;

    // Each of these is one step of undo. `what` completes "Undo: " and begins small: "move Enterprise above VIP".
    void insertPolicy(int row, Policy policy, const QString& what);
    void removePolicies(std::vector<int> rows, const QString& what);
    void replacePolicy(int row, Policy after, const QString& what, const QString& mergeKey = {});
    void movePolicy(int from, int to);   // `to` is the row at which it stands afterwards
    void setEnabled(int row, bool enabled);
    // Everything but the policies: tiers, signals, queues, attributes, groups, cases, ... Changes to policies in `edit`
    // are ignored; what policies refer to is the caller's business.
    void editRooms(const QString& what, const std::function<void(Rulebook&)>& edit, const QString& mergeKey = {});
    // A whole rulebook from a file or an older version, in the draft's place.
    void replaceAll(Rulebook rulebook, const QString& what);

    void discard();   // back to the live version; undo starts anew
    // The same changes on top of the newest version, entry by entry; returns what both changed, which stays as in the
    // draft. Undo starts anew.
    QStringList rebase();

    // An id that nothing in the section has: "policy-3". Made from the name when there is one: "enterprise-pricing".
    PolicyId freshPolicyId(const QString& name) const;

    QUndoStack& undoStack() { return m_undo; }

Q_SIGNALS:
    void policyChanged(int row);
    void policiesAboutToChange();   // rows come, go or move; followed by policiesChanged
    void policiesChanged();
    void roomsChanged();
    void changed();    // after each of the above, once
    void reloaded();   // another version or draft: everything may be different; changed() follows

private:
    struct Version {
        int version = 0;
        std::string document;
        Rulebook rulebook;
    };
    enum class Extent { Policy, Policies, Rooms, Everything };
    void start(Version version, Rulebook working);
    void push(const QString& what, const QString& mergeKey, std::function<void()> redo, std::function<void()> undo);
    // Runs the change and tells about it: before and after, as far as it reaches.
    void apply(Extent extent, int row, const std::function<void()>& change);
    void compare(Extent extent, int row);
    Rulebook numbered() const;

    int m_baseVersion = 0;
    std::string m_baseDocument;
    Rulebook m_base;
    std::map<PolicyId, std::size_t> m_baseRows;
    Rulebook m_working;
    std::optional<Version> m_newer;
    std::set<PolicyId> m_edited;   // otherwise than by place
    std::set<PolicyId> m_moved;
    int m_added = 0;
    int m_removed = 0;
    int m_roomChanges = 0;
    QUndoStack m_undo;
};

}
