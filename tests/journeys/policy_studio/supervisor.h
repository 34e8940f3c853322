#pragma once

#include "tests/journeys/support/console_hand.h"

class QAbstractItemView;

namespace signalbox::test {

// Somebody who writes the rules: what one does in the policy studio, by hand.
class Supervisor : public ConsoleHand {
public:
    // Places and rooms.
    void openPolicies() const;
    void openLive() const;
    void goTo(const QString& room) const;

    // Sections of the rulebook; each chosen afterwards.
    void addQueue(const QString& name) const;
    void addSchedule(const QString& name) const;      // Monday to Friday from 9 to 17
    void openAlso(int day, int from, int to) const;   // drags over the week; 0 is Monday, hours
    void addTier(const QString& name) const;
    void addSignal(const QString& name, const QString& points) const;
    void addCriterion(const QString& name, const QString& question) const;
    void addAlert(const QString& name) const;

    // Policies.
    void newPolicy(const QString& name) const;
    void newPolicyFrom(const QString& start, const QString& name) const;
    void duplicatePolicy(const QString& name) const;
    void choosePolicy(const QString& name) const;
    void switchOn() const;
    void dragPolicy(const QString& name, const QString& before) const;
    QStringList policies() const;   // by name, in order

    // Conditions of the chosen policy, or of what `editor` names. A new row is returned, its attribute chosen.
    QWidget& addCondition(const QString& attribute, const QString& editor = QStringLiteral("policyWhen")) const;
    QWidget& addGroup(const QString& attribute) const;
    QWidget& addToGroup(const QString& attribute) const;
    QWidget& chooseAttribute(const QString& attribute) const;   // in the picker that is open
    QWidget& onlyCondition(const QString& editor) const;
    void setOperator(const QWidget& row, const QString& words) const;
    void setValue(const QWidget& row, const QString& words) const;
    void addValues(const QWidget& row, const QStringList& words) const;

    // Actions of the chosen policy.
    void addAction(const QString& kind) const;
    void chooseInAction(int at, const QString& words, const QString& list = QStringLiteral("policyActions")) const;

    // Try.
    void typeValues() const;
    void setTried(const QString& attribute, const QString& words) const;
    void expectOutcome(const QString& words) const;

    QString ownerOf(const QString& visitor) const;   // as the live place says it

    void keepRulebook(const QString& file) const;   // exports the draft
    void takeRulebook(const QString& file) const;   // imports it as the draft
    void dismissMessages() const;
    void importConversations(const QString& file) const;
    void chooseRow(QAbstractItemView& list, const QString& words) const;
};

}
