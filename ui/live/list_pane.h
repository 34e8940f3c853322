#pragma once

#include "ui/live/live_figures.h"
#include "ui/live/live_model.h"
#include "ui/shared/page_context.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox {

class EmptyState;
class FloorActions;
class InlineMessage;
class LiveView;
class PaneHeader;

// The centre of the live place: the chosen view's conversations, an alert above them, the order's state beneath.
class ListPane : public QWidget {
    Q_OBJECT

public:
    ListPane(const PageContext& context, LiveModel& model, const LiveFigures& figures, QWidget* parent = nullptr);

    LiveView* view() const { return m_view; }
    void showView(const QString& title, const LiveFilter& filter);
    void refresh();   // numbers of the head, once a change or a second
    void focusFilter();
    QPushButton* agentsToggle() const { return m_agentsToggle; }

Q_SIGNALS:
    void opened(const signalbox::ConversationId& conversation);
    void whyWanted(const signalbox::ConversationId& conversation);

private:
    void buildHeader();
    void connectActions();
    QWidget* newFooter();
    void showColumnsMenu();
    void showOrderState();
    void showAlert();
    void showEmpty();
    void addNextSteps();
    void restoreColumns();

    const PageContext& m_context;
    LiveModel& m_model;
    const LiveFigures& m_figures;
    PaneHeader* m_header;
    QLineEdit* m_filter;
    QPushButton* m_columns;
    QPushButton* m_agentsToggle;
    InlineMessage* m_alert;
    InlineMessage* m_refusal;
    LiveView* m_view;
    FloorActions* m_actions;
    EmptyState* m_empty;
    QPushButton* m_demo;   // under the empty list: the page where one can write as a visitor
    QLabel* m_sorted;
    QLabel* m_held;
    QPushButton* m_apply;
    QWidget* m_applyKey;
    LiveFilter m_shown;
};

}
