#include "tests/support/page_fixture.h"
#include "tests/support/ui_test.h"
#include "ui/contacts/contacts_page.h"
#include "ui/shared/inline_message.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

Contact amelia() { return {{"12"}, "Amelia Okafor", "Northwind", {"amelia@northwind.example", "a.okafor@mail.example"}, {"+4930123456"}}; }

ContactRow row(Contact contact, seconds before)
{
    return {std::move(contact), 2, {Channel::Website, Channel::WhatsApp}, testNow() - before};
}

ContactDetail detailOf(const Contact& contact)
{
    ContactDetail detail;
    detail.contact = contact;
    detail.visitors = {{{"v1"}, "Amelia Okafor", "e-mail amelia@northwind.example", testNow() - std::chrono::hours{48}},
                       {{"v2"}, "", "phone +4930123456", testNow() - std::chrono::minutes{9}}};
    detail.conversations
        = {aConversation("4817").from("Amelia Okafor").about("Enterprise pricing").ownedBy("leila").said("Could we talk today?"),
           aConversation("4102").from("Amelia Okafor").on(Channel::WhatsApp).closed().said("Thank you")};
    detail.conversations[1].outcome = "no_answer";
    return detail;
}

struct Contacts : PageFixture {
    Contacts()
    {
        ChangeSet day;
        day.agents = {anAgent("leila", "Leila Haddad", "Sales", Presence::Online, 1, 4, Role::Supervisor)};
        Q_EMIT port.changed(day);
        page.resize(1208, 732);
        page.show();
        qApp->setActiveWindow(&page);
    }
    void found(std::vector<ContactRow> rows)
    {
        Q_EMIT port.contactsFound(port.contactsAsked.back(), rows);
    }
    void shows(const Contact& contact = amelia())
    {
        found({row(contact, seconds{240}), row({{"7"}, "Dana Levy", "", {"dana@orchard.example"}, {}}, seconds{7200})});
        Q_EMIT port.contactLoaded(detailOf(contact));
    }
    template <class T>
    T* part(const char* name)
    {
        return page.findChild<T*>(QString::fromLatin1(name));
    }
    QString message() { return part<InlineMessage>("contactMessage")->text(); }

    ContactsPage page{context};
};

}

class ContactsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looksAsItShould()
    {
        Contacts contacts;
        contacts.shows();
        keepPictures(contacts.page, contacts.theme, u"contacts"_s);
        contacts.theme.setTextScale(2);
        contacts.theme.applyTo(*qApp);
        keepPictures(contacts.page, contacts.theme, u"contacts-200"_s);
        contacts.theme.setTextScale(1);
        contacts.theme.applyTo(*qApp);
    }

    void showsWhoIsFoundAndTheFirstOfThem()
    {
        Contacts contacts;
        QCOMPARE(contacts.port.contactsAsked.back(), QString());
        contacts.shows();
        auto* list = contacts.part<QListView>("contactList");
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->currentIndex().data().toString(), u"Amelia Okafor"_s);
        QCOMPARE(contacts.port.contactAsked.back().value, std::string("12"));
        QCOMPARE(contacts.page.findChildren<QLabel*>(u"contactEmails"_s).size(), 2);
        auto* conversations = contacts.part<QListView>("contactConversations");
        QCOMPARE(conversations->model()->index(0, 0).data().toString(), u"Enterprise pricing · Website"_s);
        QVERIFY(conversations->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"With Leila Haddad"));
        QVERIFY(conversations->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"Closed: no answer"));
    }

    void searchesWhileOneTypesAndShowsTheNewestAnswerOnly()
    {
        Contacts contacts;
        contacts.shows();
        const std::size_t before = contacts.port.contactsAsked.size();
        QTest::keyClicks(contacts.part<QLineEdit>("contactSearch"), u"dan"_s);
        QCOMPARE(contacts.port.contactsAsked.size(), before + 1);   // one question at a time
        contacts.found({});
        QCOMPARE(contacts.port.contactsAsked.back(), u"dan"_s);
        QVERIFY(contacts.part<QListView>("contactList")->isVisible());   // the answer to "d" is not shown
        contacts.found({row({{"7"}, "Dana Levy", "", {}, {}}, seconds{60})});
        QCOMPARE(contacts.port.contactAsked.back().value, std::string("7"));
    }

    void saysWhyThereIsNobody()
    {
        Contacts contacts;
        contacts.found({});
        const auto sentence = [&] { return contacts.part<QWidget>("contactsEmpty")->findChild<QLabel*>()->text(); };
        QVERIFY(sentence().startsWith(u"There are no contacts yet."));
        QTest::keyClicks(contacts.part<QLineEdit>("contactSearch"), u"<b>"_s);
        contacts.found({});
        contacts.found({});
        QCOMPARE(sentence(), u"No contact has “<b>” in the name, company, e-mail or phone."_s);
    }

    void opensAConversationByKeyboardAndByClick()
    {
        Contacts contacts;
        contacts.shows();
        QSignalSpy opened(&contacts.page, &ContactsPage::opened);
        auto* list = contacts.part<QListView>("contactConversations");
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(opened.back().front().value<ConversationId>().value, std::string("4102"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(opened.back().front().value<ConversationId>().value, std::string("4817"));
    }

    void erasesOnlyWhenTheNameIsTyped()
    {
        Contacts contacts;
        contacts.shows();
        auto* erase = contacts.part<QPushButton>("eraseContact");
        contacts.prompts.textAnswer = u"amelia"_s;
        erase->click();
        QVERIFY(contacts.port.sent<EraseContact>().empty());
        QVERIFY(contacts.message().contains(u"Nothing was erased."));
        contacts.prompts.textAnswer = u" Amelia Okafor "_s;
        erase->click();
        QCOMPARE(contacts.port.sent<EraseContact>().size(), std::size_t(1));
        QCOMPARE(contacts.port.sent<EraseContact>().front().by.value, std::string("leila"));
        contacts.answerRefused(u"Conversation #4817 is still open. Close it first."_s);
        QVERIFY(contacts.message().contains(u"Close it first."));
        erase->click();
        const std::size_t asked = contacts.port.contactsAsked.size();
        contacts.answerDone();
        QVERIFY(contacts.port.contactsAsked.size() > asked);
    }

    void agentsMayNotErase()
    {
        Contacts contacts;
        contacts.shows();
        ChangeSet demoted;
        demoted.agents = {anAgent("leila", "Leila Haddad", "Sales")};
        Q_EMIT contacts.port.changed(demoted);
        QVERIFY(!contacts.part<QPushButton>("eraseContact")->isEnabled());
        QVERIFY(contacts.part<QPushButton>("exportContact")->isEnabled());
    }

    void takesAVisitorApartAfterAsking()
    {
        Contacts contacts;
        contacts.shows();
        const auto buttons = contacts.page.findChildren<QPushButton*>(u"unlinkVisitor"_s);
        QCOMPARE(buttons.size(), 2);
        contacts.prompts.answer = false;
        buttons.at(1)->click();
        QVERIFY(contacts.port.sent<UnlinkVisitor>().empty());
        contacts.prompts.answer = true;
        buttons.at(1)->click();
        QCOMPARE(contacts.port.sent<UnlinkVisitor>().front().visitor.value, std::string("v2"));
    }

    void theOnlyVisitorCannotBeTakenApart()
    {
        Contacts contacts;
        contacts.found({row(amelia(), seconds{1})});
        ContactDetail detail = detailOf(amelia());
        detail.visitors.pop_back();
        Q_EMIT contacts.port.contactLoaded(detail);
        QVERIFY(!contacts.part<QPushButton>("unlinkVisitor")->isEnabled());
    }

    void exportsToTheFileThatWasChosen()
    {
        Contacts contacts;
        contacts.shows();
        contacts.prompts.fileAnswer = u"/tmp/amelia.json"_s;
        contacts.part<QPushButton>("exportContact")->click();
        QCOMPARE(contacts.port.exportsAsked.back().value, std::string("12"));
        Q_EMIT contacts.port.contactExported({"12"}, "{}");
        QCOMPARE(contacts.prompts.files.at(u"/tmp/amelia.json"_s), std::string("{}"));
        QVERIFY(contacts.message().contains(u"Exported."));
    }

    void hostileNamesStayText()
    {
        Contacts contacts;
        const std::string name = "<img src=x onerror=alert(1)>\xE2\x80\xAEgnp\n" + std::string(3000, 'W');
        contacts.shows({{"12"}, name, "<b>Northwind</b>", {"<i>@x.example"}, {}});
        QVERIFY(contacts.page.width() <= 1208);
        const QString shown = contacts.part<QListView>("contactList")->currentIndex().data().toString();
        QVERIFY(shown.startsWith(u"<img src=x onerror=alert(1)>"));
        QVERIFY(!shown.contains(QChar(0x202E)) && !shown.contains(u'\n'));
        keepPictures(contacts.page, contacts.theme, u"contacts-hostile"_s);
        contacts.prompts.textAnswer = u"contact 12"_s;
        contacts.part<QPushButton>("eraseContact")->click();
        QCOMPARE(contacts.port.sent<EraseContact>().size(), std::size_t(1));
    }

    void askAgainWhenSomebodyTellsWhoTheyAre()
    {
        Contacts contacts;
        contacts.shows();
        const std::size_t asked = contacts.port.contactsAsked.size();
        ChangeSet told;
        told.context = {{{"9"}, {"page.path", Value(std::string("/")), "widget", std::nullopt}}};
        Q_EMIT contacts.port.changed(told);
        QCOMPARE(contacts.port.contactsAsked.size(), asked);
        told.context.front().second.attribute = "visitor.email";
        Q_EMIT contacts.port.changed(told);
        QCOMPARE(contacts.port.contactsAsked.size(), asked + 1);
    }

    void slashGoesToTheSearch()
    {
        Contacts contacts;
        contacts.shows();
        auto* list = contacts.part<QListView>("contactConversations");
        list->setFocus();
        QTest::keyClick(&contacts.page, Qt::Key_Slash);
        QCOMPARE(contacts.page.focusWidget(), contacts.part<QLineEdit>("contactSearch"));
    }
};

SIGNALBOX_UI_TEST(ContactsPageTest)
#include "tst_contacts_page.moc"
