#pragma once

#include "ui/policies/list/policy_commands.h"
#include "ui/policies/list/policy_filter.h"
#include "ui/policies/list/policy_rows_model.h"
#include "ui/policies/studio_context.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;

namespace signalbox {

class EmptyState;
class InlineMessage;
class PolicyView;
class QuietCombo;
class UndoBar;

// The list of policies with its search, filter and all that can be done with whole policies.
class PolicyListPane : public QWidget {
    Q_OBJECT

public:
    explicit PolicyListPane(const StudioContext& context, QWidget* parent = nullptr);

    // For the window's Policy menu, in order; each works while the list has the keyboard.
    QList<QAction*> menuActions() const { return m_actions; }
    PolicyView* view() const { return m_view; }
    const Traffic& traffic() const { return m_model.traffic(); }
    void findInList();

Q_SIGNALS:
    void trafficChanged();
    void editWanted();   // Enter or F2 on a policy
    void nameWanted();   // a new one: its name is what to write first

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* buildTop();
    QWidget* buildFoot();
    void buildActions();
    QAction* addAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act);
    void connectParts();
    void askTraffic();
    void showIntro();
    void showTemplates();
    void fillFilter();
    void takeFilter();
    void showWhatIsThere();

    std::vector<PolicyId> chosen() const;   // the selected ones, in order
    int currentRow() const;                 // in the draft; -1: none
    void choose(const PolicyId& policy);
    void chooseNear(int row);
    void chooseIndex(const QModelIndex& index);
    void addEmpty();
    void moveBy(int steps);
    void moveTo(int row);
    void drop(int from, int before);
    void removeChosen(bool cut);
    void switchChosen();
    void copyChosen();
    void paste();
    void showMenu(const QPoint& global);
    void fillGroupMenu(QMenu& menu);
    void fillGroupEdits(QMenu& menu, const PolicyGroup& group);

    StudioContext m_context;
    PolicyCommands m_commands;
    PolicyRowsModel m_model;
    PolicyFilter m_filter;
    PolicyView* m_view;
    QLabel* m_intro = nullptr;
    QLineEdit* m_search = nullptr;
    QuietCombo* m_kind = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    InlineMessage* m_message = nullptr;
    UndoBar* m_undo = nullptr;
    QList<QAction*> m_actions;
    QTimer m_searchPause;
    QTimer m_trafficLater;
    quint64 m_trafficTicket = 0;
    int m_undoAt = -1;   // place in the undo stack that the undo bar stands for
    bool m_choosing = false;
};

}
