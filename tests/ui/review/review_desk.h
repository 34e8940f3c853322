#pragma once

#include "tests/support/page_fixture.h"
#include "tests/ui/review/review_data.h"
#include "ui/review/review_items_model.h"
#include "ui/review/review_page.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QSlider>
#include <QTest>

namespace signalbox::test {

// The page, shown, with the rulebook live and a week read.
struct ReviewDesk : PageFixture {
    explicit ReviewDesk(const ReviewData& data = someReview())
    {
        ChangeSet first;
        first.rulebook = RulebookOnScreen{41, reviewRulebook, {}, {}, {}};
        first.agents = {anAgent("leila", "Leila Haddad", "East", Presence::Online, 0, 4, Role::Lead),
                        anAgent("tomasz", "Tomasz Zielinski", "East")};
        Q_EMIT port.changed(first);
        page.resize(1528, 932);
        page.show();
        QApplication::setActiveWindow(&page);
        Q_EMIT analysis.reviewRead(analysis.last(QStringLiteral("review")), data);
        list()->setFocus();
    }

    template <class T>
    T* find(const char* name)
    {
        return page.findChild<T*>(QLatin1String(name));
    }
    QListView* list() { return find<QListView>("reviewItems"); }
    int row() { return list()->currentIndex().row(); }
    QString words(const char* name) { return find<QLabel>(name)->text(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(list(), key, modifiers); }
    QVariant verdict(int at) { return list()->model()->index(at, 0).data(ReviewItemsModel::VerdictRole); }
    Label lastLabel() { return port.sent<GiveLabel>().back().label; }
    // What the router says once it has taken the newest label.
    void takeLabel()
    {
        ChangeSet news;
        news.labels = {lastLabel()};
        news.labels.front().at = now;
        Q_EMIT port.changed(news);
    }
    void slide(int steps) { find<QSlider>("thresholdSlider")->setValue(steps); }

    ReviewPage page{context};
};

}
