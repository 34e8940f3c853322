#pragma once

#include "ui/shared/explained_moment.h"
#include "ui/why/why_page.h"

#include <QTimer>

#include <functional>

class QAction;
class QHBoxLayout;
class QKeySequence;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace signalbox {

class ElidedLabel;
class EmptyState;
class FactsPane;
class MomentsRow;
class PathPane;
class ReasonsPane;
class TierChip;
struct ChangeSet;

// What the page is made of and does: what is asked, and what is shown of the answer.
struct WhyPage::Parts : QObject {
    Parts(WhyPage& page, const PageContext& context);
    ~Parts() override;   // what is asked is called off

    QWidget* buildHeader();
    QWidget* buildVerdict();
    void buildPanes();
    void setLeastWidths();
    void arrange();   // side by side where there is room
    void buildActions();
    QAction* addAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> act);
    void connectParts();
    void connectAnswers();

    void ask(const WhyQuestion& question);
    void askMoment(int moment);
    void callOff();
    void show(const ExplainedMoment& explained);
    void showHeader();
    void showRights();
    void follow(const ChangeSet& changes);
    void tryWay(const AnotherWay& way);
    void copy();

    WhyPage& page;
    PageContext context;
    ConversationId conversation;
    quint64 ticket = 0;   // asked last; 0: nothing
    QTimer slow;          // said that it takes a moment
    QTimer clock;
    QTimer again;   // something happened to the conversation
    std::optional<ExplainedMoment> moment;
    std::vector<AnotherWay> ways;

    QStackedWidget* stack;
    EmptyState* nothing;
    QVBoxLayout* head = nullptr;
    QHBoxLayout* headRow = nullptr;
    ElidedLabel* about = nullptr;
    MomentsRow* moments = nullptr;
    QPushButton* asCase = nullptr;
    QPushButton* newPolicy = nullptr;
    TierChip* tier = nullptr;
    QLabel* sentence = nullptr;
    ElidedLabel* version = nullptr;
    FactsPane* facts = nullptr;
    PathPane* path = nullptr;
    ReasonsPane* reasons = nullptr;
    QSplitter* panes = nullptr;
    QList<QAction*> actions;
    QAction* caseAction = nullptr;
    QAction* policyAction = nullptr;
};

}
