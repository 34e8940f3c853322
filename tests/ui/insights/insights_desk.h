#pragma once

#include "tests/support/page_fixture.h"
#include "tests/ui/insights/insights_data.h"
#include "ui/insights/insights_page.h"

#include <QLabel>
#include <QListWidget>
#include <QTest>

namespace signalbox::test {

// The place, shown, with the rulebook live.
struct InsightsDesk : PageFixture {
    InsightsDesk()
    {
        ChangeSet first;
        first.rulebook = RulebookOnScreen{42, insightsRulebook, {}, {}, {}};
        Q_EMIT port.changed(first);
        page.resize(1208, 732);
        page.show();
        QApplication::setActiveWindow(&page);
    }

    // The last question, answered from the history.
    void answer()
    {
        const auto& [question, by] = analysis.figuresAsked.back();
        Q_EMIT analysis.figuresMade(analysis.last(QStringLiteral("figures")), someFigures(question, by));
    }
    // Answered of a workspace in which nothing has happened.
    void answerNothing()
    {
        const auto& [question, by] = analysis.figuresAsked.back();
        Q_EMIT analysis.figuresMade(analysis.last(QStringLiteral("figures")), reportOf(FigureRows{}, question, by));
    }
    void listBehind()
    {
        const auto& numbers = analysis.conversationsAsked.back().first;
        std::vector<ReviewedConversation> rows;
        for (const std::int64_t number : numbers)
            rows.push_back(behind(number));
        Q_EMIT analysis.conversationsListed(analysis.last(QStringLiteral("conversations")), rows);
    }

    template <class T>
    T* find(const char* name)
    {
        return page.findChild<T*>(QLatin1String(name));
    }
    bool isSeen(const char* name) { return find<QWidget>(name)->isVisible(); }
    QString words(const char* name) { return find<QLabel>(name)->text(); }
    const FigureQuestion& asked() { return analysis.figuresAsked.back().first; }
    // What stands in the list at the left, with a real click.
    void choose(const QString& subject)
    {
        auto* list = find<QListWidget>("insightsSubjects");
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->text() == subject)
                QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
        QCoreApplication::processEvents();
    }

    InsightsPage page{context};
};

}
