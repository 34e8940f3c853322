#include "routing/rulebook/rulebook.h"
#include "ui/live/live_page.h"
#include "ui/main_window_parts.h"
#include "ui/policies/policies_page.h"
#include "ui/why/why_page.h"

#include <QApplication>
#include <QStackedWidget>

namespace signalbox {

void MainWindow::Parts::buildWhy()
{
    why = new WhyPage(context);
    pages->addWidget(why);
    connect(live, &LivePage::whyWanted, &window, &MainWindow::explain);
    connect(why, &WhyPage::backWanted, &window, [this] { leaveWhy(); });
    connect(why, &WhyPage::policyWanted, &window, [this](const PolicyId& policy) {
        showPlace(Place::Policies);
        policies->showPolicy(policy);
    });
    connect(why, &WhyPage::tryWanted, &window,
            [this](const QString& name, const Values& values, const PolicyId& policy) {
                showPlace(Place::Policies);
                policies->tryOut(name, values, policy);
            });
    connect(why, &WhyPage::caseWanted, &window, [this](const PolicyCase& made) {
        showPlace(Place::Policies);
        policies->takeCase(made);
    });
    connect(why, &WhyPage::newPolicyWanted, &window, [this](const Policy& made, const PolicyId& before) {
        showPlace(Place::Policies);
        policies->takePolicy(made, before);
    });
}

void MainWindow::Parts::showWhy(const ConversationId& conversation, std::optional<Instant> at)
{
    if (pages->currentWidget() != why)
        beforeWhy = QApplication::focusWidget();
    why->explain(conversation, at);
    pages->setCurrentWidget(why);
    why->setFocus(Qt::OtherFocusReason);
}

// The place it was opened from is still the chosen one.
void MainWindow::Parts::leaveWhy()
{
    showPlace(shown);
    if (beforeWhy)
        beforeWhy->setFocus(Qt::OtherFocusReason);
}

}
