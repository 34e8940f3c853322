#include "ui/conversation/emoji.h"

#include <QStringList>

#include <algorithm>

namespace signalbox {
namespace {

struct Entry {
    const char16_t* sign;
    const char16_t* words;
};

constexpr Entry entries[] = {
    {u"🙂", u"smile happy friendly"},
    {u"😀", u"grin happy glad"},
    {u"😄", u"laugh happy joy"},
    {u"😊", u"blush warm happy thanks"},
    {u"😉", u"wink joke"},
    {u"😅", u"relief sweat phew"},
    {u"😂", u"tears laugh joke"},
    {u"😍", u"love eyes great"},
    {u"🤗", u"hug welcome"},
    {u"🤔", u"thinking hmm question"},
    {u"😎", u"cool sunglasses"},
    {u"🥳", u"party celebrate birthday"},
    {u"😌", u"relieved calm"},
    {u"😕", u"confused unsure"},
    {u"🙁", u"frown sad"},
    {u"😢", u"cry sad sorry"},
    {u"😬", u"grimace awkward oops"},
    {u"😮", u"surprised wow"},
    {u"😴", u"sleep tired night"},
    {u"🤒", u"sick ill"},
    {u"👍", u"thumbs up yes good agree"},
    {u"👎", u"thumbs down no bad"},
    {u"👌", u"ok fine perfect"},
    {u"👏", u"clap applause bravo"},
    {u"🙏", u"please thanks pray"},
    {u"👋", u"wave hello bye"},
    {u"🤝", u"handshake deal agree"},
    {u"💪", u"strong muscle"},
    {u"✌️", u"victory peace"},
    {u"🤞", u"fingers crossed luck"},
    {u"👉", u"point right here"},
    {u"👀", u"eyes look"},
    {u"🙌", u"hands raised hooray"},
    {u"🤷", u"shrug unknown"},
    {u"❤️", u"heart red love"},
    {u"💚", u"heart green"},
    {u"💙", u"heart blue"},
    {u"💛", u"heart yellow"},
    {u"💔", u"heart broken sad"},
    {u"⭐", u"star favourite"},
    {u"✨", u"sparkles new"},
    {u"🔥", u"fire hot"},
    {u"💯", u"hundred perfect"},
    {u"🎉", u"tada celebrate congratulations"},
    {u"🎁", u"gift present"},
    {u"🏆", u"trophy winner"},
    {u"✅", u"check done yes"},
    {u"❌", u"cross no wrong"},
    {u"❗", u"exclamation important"},
    {u"❓", u"question"},
    {u"⚠️", u"warning attention"},
    {u"ℹ️", u"information"},
    {u"🚫", u"forbidden no"},
    {u"🔴", u"red circle"},
    {u"🟡", u"yellow circle"},
    {u"🟢", u"green circle"},
    {u"➡️", u"arrow right next"},
    {u"⬅️", u"arrow left back"},
    {u"⬆️", u"arrow up"},
    {u"⬇️", u"arrow down"},
    {u"🔁", u"repeat again"},
    {u"⏰", u"alarm clock time"},
    {u"⏳", u"hourglass wait"},
    {u"📅", u"calendar date"},
    {u"📆", u"calendar appointment"},
    {u"📞", u"phone call"},
    {u"📱", u"mobile phone"},
    {u"📧", u"e-mail mail"},
    {u"✉️", u"letter envelope mail"},
    {u"💬", u"speech chat message"},
    {u"📎", u"paperclip attachment file"},
    {u"📄", u"page document"},
    {u"📋", u"clipboard list"},
    {u"📝", u"memo note write"},
    {u"📦", u"parcel package delivery"},
    {u"🚚", u"truck delivery"},
    {u"✈️", u"plane flight travel"},
    {u"🚗", u"car drive"},
    {u"🚲", u"bicycle bike"},
    {u"🚆", u"train"},
    {u"🏠", u"house home"},
    {u"🏢", u"office building company"},
    {u"🏦", u"bank"},
    {u"🛒", u"cart shopping basket"},
    {u"💳", u"card payment credit"},
    {u"💶", u"euro money"},
    {u"💰", u"money bag price"},
    {u"🧾", u"receipt invoice"},
    {u"📈", u"chart up growth"},
    {u"📉", u"chart down"},
    {u"🔑", u"key access"},
    {u"🔒", u"lock secure"},
    {u"🔓", u"unlock open"},
    {u"🔧", u"wrench repair"},
    {u"⚙️", u"gear settings"},
    {u"💻", u"laptop computer"},
    {u"🖨️", u"printer print"},
    {u"📷", u"camera photo"},
    {u"🔋", u"battery"},
    {u"🔌", u"plug power"},
    {u"💡", u"idea light bulb"},
    {u"🔍", u"search magnifier"},
    {u"🔗", u"link chain"},
    {u"🌍", u"world earth"},
    {u"☀️", u"sun weather"},
    {u"🌧️", u"rain weather"},
    {u"❄️", u"snow cold"},
    {u"🌱", u"plant green"},
    {u"🍀", u"clover luck"},
    {u"☕", u"coffee break"},
    {u"🍕", u"pizza food"},
    {u"🎂", u"cake birthday"},
    {u"🍾", u"champagne celebrate"},
    {u"🐛", u"bug error"},
    {u"🚀", u"rocket launch fast"},
    {u"🙋", u"raised hand question"},
    {u"👨‍💻", u"developer technician"},
    {u"👩‍💼", u"colleague office"},
    {u"👥", u"people team"},
};

bool fits(const Emoji& emoji, const QStringList& beginnings)
{
    const QStringList words = emoji.words.split(u' ');
    return std::ranges::all_of(beginnings, [&](const QString& beginning) {
        return std::ranges::any_of(
            words, [&](const QString& word) { return word.startsWith(beginning, Qt::CaseInsensitive); });
    });
}

}

const QList<Emoji>& allEmoji()
{
    static const QList<Emoji> all = [] {
        QList<Emoji> made;
        for (const Entry& entry : entries)
            made.append({QString::fromUtf16(entry.sign), QString::fromUtf16(entry.words)});
        return made;
    }();
    return all;
}

QList<Emoji> emojiFor(const QString& typed)
{
    const QStringList beginnings = typed.split(u' ', Qt::SkipEmptyParts);
    QList<Emoji> found;
    std::ranges::copy_if(allEmoji(), std::back_inserter(found),
                         [&](const Emoji& emoji) { return fits(emoji, beginnings); });
    return found;
}

}
