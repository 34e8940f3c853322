#include "ui/shared/format_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* words, const char* meaning = nullptr)
{
    return QCoreApplication::translate("Text", words, meaning);
}

// The look's separators are fixed ("8,940", "€42,000"); the language of the window is English.
const QLocale& numbers()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

QDateTime local(Instant at) { return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000).toLocalTime(); }

bool turnsWriting(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F
        || code == 0x061C;
}

}

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QString line(const std::string& utf8, int limit)
{
    // Never decode more bytes than the limit could need.
    const size_t bytes = std::min(utf8.size(), size_t(limit) * 4 + 4);
    QString made = QString::fromUtf8(utf8.data(), qsizetype(bytes));
    for (QChar& c : made)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph)
            c = u' ';
    made.removeIf(turnsWriting);
    if (made.size() <= limit)
        return made.trimmed();
    made.truncate(limit);
    if (made.back().isHighSurrogate())
        made.chop(1);
    return made.trimmed() + u'…';
}

QString formatSpan(seconds span)
{
    const qint64 total = std::max<qint64>(0, span.count());
    if (total < 600)
        return u"%1:%2"_s.arg(total / 60).arg(total % 60, 2, 10, QChar(u'0'));
    if (total < 3600)
        return tr("%1 min", "a length of time").arg(total / 60);
    const qint64 hours = total / 3600;
    const qint64 minutes = total / 60 % 60;
    if (hours < 48)
        return minutes == 0 ? tr("%1 h", "a length of time").arg(hours) : tr("%1 h %2 min").arg(hours).arg(minutes);
    return tr("%1 days").arg(hours / 24);
}

QString formatAge(Instant at, Instant now)
{
    const qint64 minutes = std::chrono::duration_cast<std::chrono::minutes>(now - at).count();
    if (minutes < 1)
        return tr("now", "an age");
    if (minutes < 60)
        return tr("%1 min", "an age").arg(minutes);
    const qint64 days = local(at).date().daysTo(local(now).date());
    if (days == 0 || minutes < 6 * 60)
        return tr("%1 h", "an age").arg(minutes / 60);
    if (days == 1)
        return tr("Yesterday");
    return numbers().toString(local(at).date(),
                              local(at).date().year() == local(now).date().year() ? u"d MMMM"_s : u"d MMM yyyy"_s);
}

QString formatAgo(Instant at, Instant now)
{
    const qint64 minutes = std::chrono::duration_cast<std::chrono::minutes>(now - at).count();
    if (minutes < 1)
        return tr("just now");
    if (minutes < 24 * 60 && formatAge(at, now) != tr("Yesterday"))
        return tr("%1 ago").arg(formatAge(at, now));
    const QString age = formatAge(at, now);
    return age == tr("Yesterday") ? tr("yesterday") : age;
}

QString formatClock(Instant at) { return local(at).toString(u"HH:mm"_s); }

QString formatExact(Instant at)
{
    const QDateTime moment = local(at);
    return u"%1 %2"_s.arg(numbers().toString(moment, u"ddd d MMMM yyyy, HH:mm:ss"_s), moment.timeZoneAbbreviation());
}

QString formatDay(Instant at, Instant now)
{
    const qint64 days = local(at).date().daysTo(local(now).date());
    if (days == 0)
        return tr("Today");
    return days == 1 ? tr("Yesterday") : numbers().toString(local(at).date(), u"ddd d MMMM yyyy"_s);
}

QString formatCount(qint64 count) { return numbers().toString(count).replace(u'-', u'−'); }

QString formatMoney(double euros)
{
    return (euros < 0 ? u"−€"_s : u"€"_s) + numbers().toString(qint64(std::llround(std::abs(euros))));
}

QString formatPercent(double share) { return tr("%1 %").arg(qint64(std::llround(share * 100))); }

QString formatBytes(qint64 bytes)
{
    constexpr double kilo = 1024;
    if (bytes < 1024)
        return tr("%1 bytes").arg(bytes);
    if (double(bytes) < kilo * 1000)
        return tr("%1 KB").arg(qint64(std::ceil(double(bytes) / kilo)));
    return tr("%1 MB").arg(numbers().toString(double(bytes) / (kilo * kilo), 'f', 1));
}

QString formatNumber(double number)
{
    QString made = numbers().toString(number, 'f', 2);
    while (made.contains(u'.') && (made.endsWith(u'0') || made.endsWith(u'.')))
        made.chop(1);
    return made.replace(u'-', u'−');
}

QString channelName(Channel channel)
{
    switch (channel) {
    case Channel::Website:
        return tr("Website");
    case Channel::WhatsApp:
        return tr("WhatsApp");
    case Channel::Api:
        return tr("API");
    case Channel::Import:
        break;
    }
    return tr("Import", "a channel");
}

QString channelIcon(Channel channel)
{
    switch (channel) {
    case Channel::Website:
        return u"website"_s;
    case Channel::WhatsApp:
        return u"whatsapp"_s;
    case Channel::Api:
        return u"api"_s;
    case Channel::Import:
        break;
    }
    return u"import"_s;
}

QString originLabel(Origin origin)
{
    switch (origin) {
    case Origin::Practice:
        return tr("Practice");
    case Origin::Imported:
        return tr("Imported");
    case Origin::Live:
        break;
    }
    return {};
}

QString numberOf(const ConversationId& id) { return u'#' + line(id.value, 20); }

}
