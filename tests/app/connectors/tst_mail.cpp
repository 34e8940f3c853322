#include "app/connectors/mail.h"
#include "app/connectors/webhook.h"
#include "tests/app/connectors/post_office.h"

#include <QByteArray>

#include <gtest/gtest.h>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

const std::atomic<bool> goOn = false;

Mail aMail(const std::string& subject)
{
    return {"alert-7", "signalbox@example.com", "leila@example.com", subject, "Zeile eins\nZeile zwei: 50 €\n.\nEnd\n",
            *fromIso8601("2026-06-09T08:00:05Z")};
}

// The decoded subject and body of a message.
std::pair<QByteArray, QByteArray> readBack(const QString& message)
{
    const QByteArray bytes = message.toUtf8();
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    QByteArray subject;
    const QByteArray head = bytes.left(end);
    for (qsizetype at = head.indexOf("=?utf-8?B?"); at >= 0; at = head.indexOf("=?utf-8?B?", at + 1))
        subject += QByteArray::fromBase64(head.mid(at + 10, head.indexOf("?=", at) - at - 10));
    return {subject, QByteArray::fromBase64(bytes.mid(end + 4).replace("\r\n", ""))};
}

TEST(Mail, arrivesAsItWasWritten)
{
    test::PostOffice office;
    const std::string subject = "Hot lead: Zoë 🚂 «Sølvi» wants to know what forty vans with winter tyres cost";
    ASSERT_TRUE(sendMail({office.smtp(), {}, {}}, aMail(subject), goOn));
    const QJsonObject mail = office.next();
    EXPECT_EQ(mail[u"sender"_s].toString(), u"signalbox@example.com"_s);
    EXPECT_EQ(mail[u"to"_s][0].toString(), u"leila@example.com"_s);
    const QString message = mail[u"mail"_s].toString();
    const auto [heard, text] = readBack(message);
    EXPECT_EQ(heard.toStdString(), subject);
    EXPECT_EQ(text.toStdString(), aMail({}).text);
    EXPECT_TRUE(message.contains(u"Date: Tue, 09 Jun 2026 08:00:05 +0000\r\n"_s));
    EXPECT_TRUE(message.contains(u"Message-ID: <alert-7@example.com>\r\n"_s));
    for (const QString& line : message.split(u"\r\n"_s))
        EXPECT_LE(line.size(), 78) << line.toStdString();
}

TEST(Mail, aLineBreakInTheSubjectBringsNoHeader)
{
    const std::string message = toMessage(aMail("Hot\r\nBcc: thief@example.com"));
    EXPECT_EQ(message.find("Bcc"), std::string::npos);
}

TEST(Mail, saysWhatWentWrong)
{
    test::PostOffice office;
    Mail mail = aMail("Hello");
    mail.to = "nobody@example.com";
    const auto refused = sendMail({office.smtp(), {}, {}}, mail, goOn);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("550"), std::string::npos) << refused.error().message;
    EXPECT_FALSE(sendMail({"smtp://127.0.0.1:1", {}, {}}, mail, goOn));
    EXPECT_FALSE(sendMail({office.smtp(), "leila", "secret"}, mail, goOn)) << "a password is not sent in the clear";
}

TEST(Mail, isBrokenOffWhenTheProgramEnds)
{
    test::PostOffice office;
    const std::atomic<bool> stop = true;
    EXPECT_FALSE(sendMail({office.smtp(), {}, {}}, aMail("Hello"), stop));
}

TEST(Mail, knowsAnAddress)
{
    for (const char* const good : {"leila@example.com", "a+b.c@sub.example.com"})
        EXPECT_TRUE(isMailAddress(good)) << good;
    for (const char* const bad : {"", "leila", "@example.com", "leila@", "a@b@c", "a b@c.d", "<a@b.c>", "a@b.c, d@e.f",
                                  "a@b.c\r\nBcc: d@e.f", "zoë@example.com"})
        EXPECT_FALSE(isMailAddress(bad)) << bad;
}

TEST(Webhook, isSignedAndItsAnswerLookedAt)
{
    test::PostOffice office;
    ASSERT_TRUE(postWebhook(office.http("/alerts"), R"({"a":1})", "secret", goOn));
    const QJsonObject heard = office.next();
    EXPECT_EQ(heard[u"path"_s].toString(), u"/alerts"_s);
    EXPECT_EQ(heard[u"body"_s].toString(), uR"({"a":1})"_s);
    // printf '{"a":1}' | openssl dgst -sha256 -hmac secret
    EXPECT_EQ(heard[u"signature"_s].toString(),
              u"sha256=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494"_s);
    const auto refused = postWebhook(office.http("/down"), "{}", {}, goOn);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "The webhook answered 503.");
    EXPECT_EQ(office.next()[u"signature"_s].toString(), QString());
    EXPECT_FALSE(postWebhook("file:///etc/passwd", "{}", {}, goOn));
}

}
}
