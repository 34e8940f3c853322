#include "model/domain/names.h"
#include "ui/insights/insights_page.h"
#include "ui/main_window_parts.h"
#include "ui/policies/draft/threshold_change.h"
#include "ui/policies/policies_page.h"
#include "ui/review/review_page.h"

namespace signalbox {

void MainWindow::Parts::buildReview()
{
    connect(review, &ReviewPage::whyWanted, &window,
            [this](const ConversationId& conversation, Instant at) { showWhy(conversation, at); });
    connect(review, &ReviewPage::conversationWanted, &window, &MainWindow::openConversation);
    connect(review, &ReviewPage::leftChanged, &window, [this] { showCounts(); });
    connect(review, &ReviewPage::draftWanted, &window, [this](const std::vector<ThresholdProposal>& proposals) {
        std::vector<ThresholdChange> changes;
        for (const ThresholdProposal& each : proposals)
            changes.push_back({each.trigger, std::string(nameOf(each.channel)), each.attribute, each.threshold});
        const std::vector<AlertId> missing = policies->takeThresholds(changes);
        showPlace(Place::Policies);
        QStringList names;
        for (const AlertId& alert : missing)
            names << QString::fromStdString(alert.value);
        if (!names.isEmpty())
            window.setNotice(
                MainWindow::tr("The draft no longer has these alerts: %1.").arg(names.join(QStringLiteral(", "))));
    });
}

void MainWindow::Parts::buildInsights()
{
    connect(insights, &InsightsPage::whyWanted, &window,
            [this](const ConversationId& conversation, Instant at) { showWhy(conversation, at); });
    connect(insights, &InsightsPage::conversationWanted, &window, &MainWindow::openConversation);
    connect(insights, &InsightsPage::reviewWanted, &window, [this] { showPlace(Place::Review); });
}

}
