#pragma once

#include "ui/policies/editor/condition_editor.h"
#include "ui/policies/editor/condition_line.h"
#include "ui/policies/editor/condition_marks.h"
#include "ui/policies/editor/seen_values.h"

#include <QTimer>

#include <map>
#include <set>

class QKeyEvent;
class QMenu;
class QVBoxLayout;

namespace signalbox {

class ConditionRow;
class ConditionRows;
class GroupHead;

struct ConditionEditor::Parts : QObject {
    Parts(ConditionEditor& owner, const StudioContext& studio);

    // condition_editor.cpp
    void build();
    void refresh();   // lines, as the tree stands
    ConditionLine* lineOf(const ConditionNode& node);
    ConditionRow* newRow();
    GroupHead* newHead();
    void connectGrip(ConditionLine& line);
    void orderLines(const std::vector<ConditionLine*>& order);
    void watchFocus(QWidget& widget);

    // condition_editor_edits.cpp
    // Emits `edited` when the condition is another one by now.
    void commit(const QString& what, const QString& mergeKey = {});
    void takeLeaf(quint64 id, const ConditionNode::Leaf& leaf, bool negated, bool finished, bool typing);
    QString nameOfStep(const ConditionNode& before, const ConditionNode& after) const;
    void addRow(quint64 group, int at);
    void addGroup();
    void remove(const std::vector<std::uint64_t>& ids);
    void step(int direction);
    void wrap();
    void unwrap();
    void negate();
    void setKind(quint64 group, ConditionNode::Kind kind);
    void duplicate();
    void showMenu(const QPoint& global);

    // condition_editor_keys.cpp
    quint64 focused() const;                     // the line with the focus; 0: none
    std::vector<std::uint64_t> chosen() const;   // the selected lines when the focused one is among them, else that one
    QString subjectOfChosen() const;
    void focusLine(quint64 id, bool main);
    void moveFocus(int direction, bool extend);
    void select(quint64 id, Qt::KeyboardModifiers with);
    bool wantsKey(const QKeyEvent& key) const;
    void takeKey(const QKeyEvent& key);
    bool isOnGrip() const;

    // condition_drag.cpp
    void dragTo(quint64 id, const QPoint& global);
    void drop();
    void endDrag();

    // condition_marks.cpp
    void mark();
    void askPassRates();

    ConditionEditor& editor;
    StudioContext context;
    SeenValuesStore seen;
    LineSurroundings surroundings;
    ConditionTree tree;
    Condition current;   // what was shown or emitted last
    QString place;
    QString title;
    std::map<std::string, QString> problems;

    ConditionRows* rows;
    QVBoxLayout* column;
    QWidget* foot;
    std::map<quint64, ConditionLine*> lines;
    std::vector<ConditionLine*> order;
    std::set<quint64> selection;
    quint64 anchor = 0;   // where a selection began

    struct Landing {
        quint64 group = 0;
        int at = 0;
    };
    Landing landing;
    std::vector<std::uint64_t> dragged;

    QTimer askLater;
    quint64 passTicket = 0;
    std::vector<std::uint64_t> passIds;
    std::map<quint64, Condition> passAsked;
    std::map<quint64, double> passRates;
};

}
