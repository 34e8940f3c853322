#include "app/router/conversation_reader.h"
#include "app/router/file_kinds.h"
#include "model/domain/last_text.h"
#include "tests/app/router/router_floor.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace signalbox {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;

const std::string png = "\x89PNG\r\n\x1A\n and then some \0 bytes"s;

class Attachments : public test::RouterFloor {
protected:
    Result<VisitorReceipt> sends(const std::string& visitor, std::vector<FileToSend> files, const std::string& text = {},
                                 const std::string& id = "m1")
    {
        return fromVisitor(visitor, VisitorWrote{{id}, text, std::move(files)});
    }
    Result<std::string> bytes(const AttachmentId& id)
    {
        return ConversationReader::open(folder / "test.signalbox").value()->attachment(id);
    }
};

TEST(FileKinds, goesByTheContentAndNotByTheName)
{
    EXPECT_EQ(mediaTypeOf(png), "image/png");
    EXPECT_EQ(mediaTypeOf("\xFF\xD8\xFF\xE0 jpeg"), "image/jpeg");
    EXPECT_EQ(mediaTypeOf("GIF89a..."), "image/gif");
    EXPECT_EQ(mediaTypeOf("RIFF\x10\0\0\0WEBPVP8 "s), "image/webp");
    EXPECT_EQ(mediaTypeOf("%PDF-1.7\n\0"s), "application/pdf");
    EXPECT_EQ(mediaTypeOf("Grüße,\n\tAmelia"), "text/plain");
    EXPECT_EQ(mediaTypeOf("PK\x03\x04 [Content_Types].xml word/document.xml"),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(mediaTypeOf("PK\x03\x04" + std::string(26, '\1') + "mimetypeapplication/vnd.oasis.opendocument.textPK"),
              "application/vnd.oasis.opendocument.text");
}

TEST(FileKinds, refusesProgramsMarkupAndWhatIsNotKnown)
{
    for (const std::string& bytes :
         {"MZ\x90\0\3"s, "\x7F" "ELF\2\1\1\0"s, "#!/bin/sh\nrm -rf /"s, "<html><script>alert(1)</script>"s,
          "\xEF\xBB\xBF  <svg onload=\"alert(1)\"/>"s, "PK\x03\x04 anything"s,
          "PK\x03\x04 [Content_Types].xml word/document.xml word/vbaProject.bin"s, "\xFF\xFE\0a"s, ""s})
        EXPECT_FALSE(mediaTypeOf(bytes)) << bytes;
    EXPECT_THAT(checkFile("MZ\x90"s + '\0').error().message, HasSubstr("cannot be sent"));
    EXPECT_THAT(checkFile(std::string(10 * 1024 * 1024 + 1, 'a')).error().message, HasSubstr("10 MB"));
    EXPECT_TRUE(checkFile(std::string(10 * 1024 * 1024, 'a')));
}

TEST(FileKinds, namesAreWithoutPathsAndTricksAndEndAsTheirContentDoes)
{
    EXPECT_EQ(cleanFileName("C:\\fakepath\\Offer 3.PDF", "application/pdf"), "Offer 3.PDF");
    EXPECT_EQ(cleanFileName("../../etc/passwd", "text/plain"), "passwd.txt");
    EXPECT_EQ(cleanFileName("run.bat", "text/plain"), "run.bat.txt");
    EXPECT_EQ(cleanFileName("data.csv", "text/plain"), "data.csv");
    EXPECT_EQ(cleanFileName("photo\xE2\x80\xAEgpj.exe", "image/png"), "photogpj.exe.png");
    EXPECT_EQ(cleanFileName("a\"b\r\nc.png", "image/png"), "abc.png");
    EXPECT_EQ(cleanFileName(" ... ", "image/png"), "file.png");
    EXPECT_EQ(cleanFileName("\xFF\xFE", "image/png"), "file.png");
    EXPECT_EQ(cleanFileName("Größe.png", "image/png"), "Größe.png");
    EXPECT_EQ(cleanFileName(std::string(500, 'x') + ".png", "image/png").size(), 120u);
}

TEST_F(Attachments, aVisitorsFileIsKeptWithItsMessage)
{
    ASSERT_TRUE(sends("v1", {{"../photo.png", png}, {"list.csv", "a;b\n"}}));
    const Message message = messages("1").front();
    ASSERT_EQ(message.attachments.size(), 2u);
    EXPECT_EQ(message.attachments[0].name, "photo.png");
    EXPECT_EQ(message.attachments[0].mediaType, "image/png");
    EXPECT_EQ(message.attachments[0].size, std::ssize(png));
    EXPECT_EQ(bytes(message.attachments[0].id), png);
    EXPECT_EQ(bytes(message.attachments[1].id), "a;b\n");
    EXPECT_EQ(lastTextOf(message), "photo.png, list.csv");
}

TEST_F(Attachments, aResendKeepsItsFilesOnce)
{
    ASSERT_TRUE(sends("v1", {{"photo.png", png}}));
    const auto again = sends("v1", {{"photo.png", png}});
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->alreadyKnown);
    const auto all = messages("1");
    EXPECT_EQ(std::ranges::count(all, Author::Visitor, &Message::author), 1);
}

TEST_F(Attachments, whatMayNotBeSentAddsNothing)
{
    const std::size_t before = journal().size();
    EXPECT_FALSE(sends("v1", {{"a.png", "MZ\x90\0"s}}));
    EXPECT_FALSE(sends("v1", {6, FileToSend{"a.png", png}}));
    EXPECT_FALSE(sends("v1", {}));
    EXPECT_EQ(journal().size(), before);
}

TEST_F(Attachments, anAgentsFileComesBackAsItWasSent)
{
    addAgent("leila", "Leila Haddad");
    ASSERT_TRUE(writes("v1", "hello"));
    ASSERT_TRUE(command(TakeConversation{{"1"}, {"leila"}}));
    ASSERT_TRUE(command(SendReply{{"1"}, {"leila"}, {"r1"}, "", {{"offer.pdf", "%PDF-1.7\n\0x"s}}}));
    ASSERT_TRUE(command(SendReply{{"1"}, {"leila"}, {"r1"}, "", {{"offer.pdf", "%PDF-1.7\n\0x"s}}}));
    ASSERT_TRUE(command(SendReply{{"1"}, {"leila"}, {"r2"}, "and a list", {{"list.txt", "one"}}}));
    EXPECT_FALSE(command(SendReply{{"1"}, {"leila"}, {"r3"}, "", {{"run.exe", "MZ\0"s}}}));
    const Message sent = messages("1")[messages("1").size() - 2];
    ASSERT_EQ(sent.attachments.size(), 1u);
    EXPECT_EQ(sent.attachments[0].name, "offer.pdf");
    EXPECT_EQ(bytes(sent.attachments[0].id), "%PDF-1.7\n\0x"s);
}

TEST_F(Attachments, onlyTheVisitorOfTheConversationGetsAFile)
{
    ASSERT_TRUE(sends("v1", {{"photo.png", png}}));
    const AttachmentId id = messages("1").front().attachments.front().id;
    const auto reader = ConversationReader::open(folder / "test.signalbox").value();
    EXPECT_EQ(reader->attachmentOf({"v1"}, id), png);
    EXPECT_FALSE(reader->attachmentOf({"v2"}, id));
    EXPECT_FALSE(reader->attachmentOf({"v1"}, {"file:1:1:9"}));
}

TEST_F(Attachments, howFarMessagesReachedIsJournaledAtMostOnceASecond)
{
    ASSERT_TRUE(writes("v1", "one"));
    ASSERT_TRUE(writes("v1", "two"));
    const auto count = [&] { return journaled<MessagesReached>().size(); };
    const std::size_t before = count();
    clock.advance(seconds{2});
    ASSERT_TRUE(fromVisitor("v1", VisitorRead{0, 1}));
    EXPECT_EQ(count(), before + 1);
    ASSERT_TRUE(fromVisitor("v1", VisitorRead{1, 1}));
    ASSERT_TRUE(fromVisitor("v1", VisitorRead{2, 0}));
    EXPECT_EQ(count(), before + 1);
    tick();
    EXPECT_EQ(count(), before + 2);
    EXPECT_EQ(row("1").deliveredUpTo, 2);
    EXPECT_EQ(row("1").readUpTo, 2);
    tick();
    ASSERT_TRUE(fromVisitor("v1", VisitorRead{1, 2}));
    ASSERT_TRUE(fromVisitor("v1", VisitorRead{999, 999}));   // more than there are
    tick();
    EXPECT_EQ(row("1").readUpTo, row("1").messageCount);
    EXPECT_LE(count(), before + 3);
}

}
}
