#pragma once

#include "ui/policies/problems/problem_list.h"
#include "ui/policies/studio_context.h"
#include "ui/shared/analysis_port.h"

#include <QAbstractListModel>

#include <functional>
#include <unordered_map>

namespace signalbox {

// The policies of the draft in the order in which they are tried. Follows the draft row by row; checking a row switches it.
class PolicyRowsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles {
        IdRole = Qt::UserRole + 1,
        NumberRole,          // place in the order, 1 first
        OutcomeRole,         // "To Enterprise East, unless ..."
        TierRankRole,        // -1: sets none
        ChangeRole,          // "At least 55, was 60"; empty: as live
        ProblemRole,         // the first thing the checker says; empty: nothing
        ProblemWeightRole,   // Problem::Weight
        ProblemStaleRole,
        ShareRole,   // of the last 7 days' conversations; not valid while unknown
        BarRole,     // the same against the policy with the most, 0 to 1
        TodayRole,   // conversations today; not valid while unknown
        GroupRole,   // its id
        GroupTitleRole,
        GroupColorRole,   // ThemeColor
        GroupCommentRole,
        SearchRole,   // all that a search looks at
    };

    explicit PolicyRowsModel(const StudioContext& context, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    void setTraffic(const Traffic& traffic);
    const Traffic& traffic() const { return m_traffic; }
    int rowOf(const PolicyId& policy) const;   // -1: not there

private:
    struct Words {
        QString outcome;
        QString change;
        int tierRank = -1;
    };
    struct Mark {
        QString text;
        Problem::Weight weight = Problem::Weight::Note;
        bool stale = false;
        bool operator==(const Mark&) const = default;
    };
    const Policy* policyAt(int row) const;
    const Words& wordsOf(const Policy& policy) const;
    QString toolTipOf(const Policy& policy) const;
    QVariant groupData(const Policy& policy, int role) const;
    QVariant trafficData(const Policy& policy, int role) const;
    QVariant problemData(const Policy& policy, int role) const;
    void followPolicies();
    void removeGone(const std::vector<PolicyId>& wanted);
    void insertNew(const std::vector<PolicyId>& wanted);
    void reorder(std::vector<PolicyId> wanted);
    void followProblems();
    void tellRow(int row);
    void tellAll();

    StudioContext m_context;
    std::vector<PolicyId> m_ids;   // as the views know them
    mutable std::unordered_map<PolicyId, Words> m_words;
    std::unordered_map<PolicyId, Mark> m_marks;
    Traffic m_traffic;
    std::int64_t m_mostHits = 0;
};

}
