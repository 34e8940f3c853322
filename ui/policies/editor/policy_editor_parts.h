#pragma once

#include "routing/rulebook/rulebook.h"
#include "ui/policies/editor/policy_editor.h"
#include "ui/policies/editor/seen_values.h"

#include <QTimer>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace signalbox {

class ActionList;
class ConditionEditor;
class ElidedLabel;
class EmptyState;
class InlineMessage;
class LastMatches;
class QueueSummary;
class QuietCombo;
class ScrollColumn;

struct PolicyEditor::Parts : QObject {
    Parts(PolicyEditor& owner, const StudioContext& studio);

    void build();
    void buildHead(QVBoxLayout& column);
    void buildSettings(QVBoxLayout& column);
    void buildBody(QVBoxLayout& column);
    void connectParts();
    void connectFields();

    // policy_editor_show.cpp
    void choose(const PolicyId& policy);
    void show();        // the whole form, as the draft has it
    void showWords();   // what is told about it: sentence, traffic, problems
    void showProblems();
    void fillGroups(const PolicyGroupId& group);
    const Policy* policy() const { return row < 0 ? nullptr : found(); }
    const Policy* found() const;
    QString placeOf(const char* part) const;   // "/policies/3/when"
    // Replaces the policy by what `change` makes of it: one step.
    void edit(const QString& what, const QString& mergeKey, const std::function<void(Policy&)>& change);
    void addException();
    void removeException();

    PolicyEditor& editor;
    StudioContext context;
    SeenValuesStore seen;
    PolicyId id;
    int row = -1;
    std::int64_t hits = -1;
    bool showing = false;

    ScrollColumn* scroll;
    EmptyState* empty;
    QHBoxLayout* head;
    QLineEdit* name;
    ElidedLabel* matches;
    QLabel* sentence;
    QCheckBox* enabled;
    QCheckBox* qualified;
    QuietCombo* group;
    QPushButton* addComment;
    QPlainTextEdit* comment;
    InlineMessage* problem;
    ConditionEditor* when;
    QPushButton* addUnless;
    QWidget* unless;
    ConditionEditor* exceptWhen;
    ActionList* exceptActions;
    ActionList* actions;
    QueueSummary* queue;
    LastMatches* last;
};

}
