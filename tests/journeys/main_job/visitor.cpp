#include "visitor.h"

#include <QJsonDocument>

#include <algorithm>

namespace signalbox::test {

using namespace Qt::StringLiterals;

Visitor::Visitor(const QString& url)
{
    m_process.start(u"node"_s, {QStringLiteral(VISITOR_SCRIPT), url});
}

Visitor::~Visitor()
{
    tell(u"leave"_s);
    if (!m_process.waitForFinished(10000))
        m_process.kill();
    m_process.waitForFinished();
}

void Visitor::write(const QString& text) { tell(u"write "_s + text); }
void Visitor::askForPerson() { tell(u"person"_s); }
void Visitor::tell(const QString& line) { m_process.write((line + u'\n').toUtf8()); }

const std::vector<QJsonObject>& Visitor::seen()
{
    m_rest += m_process.readAllStandardOutput();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        m_seen.push_back(QJsonDocument::fromJson(m_rest.left(end)).object());
        m_rest.remove(0, end + 1);
    }
    return m_seen;
}

bool Visitor::hasSeen(const std::function<bool(const QJsonObject&)>& fits)
{
    return std::any_of(seen().begin(), seen().end(), fits);
}

bool Visitor::isReady()
{
    return hasSeen([](const QJsonObject& line) { return line["event"_L1].toString() == u"ready"_s; });
}

QString Visitor::complaints() { return QString::fromUtf8(m_process.readAllStandardError()); }

}
