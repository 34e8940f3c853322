#pragma once

#include "tests/ui/conversation/desk_data.h"
#include "ui/conversation/composer.h"
#include "ui/conversation/talk_pane.h"
#include "ui/conversation/transcript_view.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

namespace signalbox::test {

// A talk pane with Amelia's conversation, which is Leila's. Replies leave at once unless a test wants them to wait.
struct Talk : PageFixture {
    explicit Talk(int undoSeconds = 0)
    {
        state.setString(QStringLiteral("desk/undoSendSeconds"), QString::number(undoSeconds));
        ChangeSet day = aDay();
        DeskSettings settings;
        settings.cannedReplies = {
            {"price", "Price list", "Hello {{visitor.name}}, the list is on its way. {{crm.owner}} can tell you more."},
            {"bye", "Goodbye", "Thank you, and goodbye!"},
            {"hours", "Opening hours and prices", "We are here from 9 to 18."}};
        day.deskSettings = settings;
        pane = std::make_unique<TalkPane>(context);
        pane->resize(700, 600);
        pane->show();
        Q_EMIT port.changed(day);
    }

    void openAmelia(const ConversationDetail& detail = aDetail())
    {
        pane->open(amelia);
        Q_EMIT port.detailLoaded(detail);
        edit()->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(pane.get()));
    }
    template <class T>
    T* find(const QString& name)
    {
        return pane->findChild<T*>(name);
    }
    QPlainTextEdit* edit() { return find<QPlainTextEdit>(QStringLiteral("messageText")); }
    TranscriptView& view() { return *pane->transcriptView(); }
    TranscriptModel& transcript() { return *static_cast<TranscriptModel*>(view().model()); }
    void type(const QString& words) { QTest::keyClicks(edit(), words); }
    void controlEnter() { QTest::keyClick(edit(), Qt::Key_Return, Qt::ControlModifier); }
    void arrives(const Message& message)
    {
        ChangeSet news;
        news.messages = {{amelia, message}};
        Q_EMIT port.changed(news);
    }

    const ConversationId amelia{"4817"};
    std::unique_ptr<TalkPane> pane;
};

}
