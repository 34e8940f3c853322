#include "tests/journeys/policy_studio/handbook.h"

#include "tests/journeys/support/hand.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signalbox::test {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const QString& name) { return QString(name).toLower().replace(u' ', u'-'); }

QJsonObject transferTo(const QString& queue) { return {{u"type"_s, u"transfer_to_queue"_s}, {u"queue"_s, queue}}; }

QJsonObject policyOf(const QString& flow, const QJsonObject& guideline)
{
    const QStringList intents = guideline[u"subflows"_s].toObject().keys();
    return {{u"id"_s, idOf(flow)},
            {u"name"_s, flow},
            {u"comment"_s, guideline[u"description"_s]},
            {u"when"_s,
             QJsonObject{
                 {u"attr"_s, u"ai.intent"_s}, {u"op"_s, u"in"_s}, {u"value"_s, QJsonArray::fromStringList(intents)}}},
            {u"actions"_s, QJsonArray{transferTo(idOf(flow))}}};
}

}

std::optional<QStringList> keepHandbook(const QString& name)
{
    QFile handbook(QStringLiteral(SHARED_DATA "/data/abcd_policy/guidelines.json"));
    if (!handbook.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject flows = QJsonDocument::fromJson(handbook.readAll()).object();
    QJsonArray queues{QJsonObject{{u"id"_s, u"everyone"_s}, {u"name"_s, u"Everyone"_s}}};
    QJsonArray policies;
    for (auto flow = flows.begin(); flow != flows.end(); ++flow) {
        queues.append(QJsonObject{{u"id"_s, idOf(flow.key())}, {u"name"_s, flow.key()}});
        policies.append(policyOf(flow.key(), flow.value().toObject()));
    }
    const QString rest = u"Everything else"_s;
    policies.append(QJsonObject{{u"id"_s, u"rest"_s},
                                {u"name"_s, rest},
                                {u"when"_s, QJsonObject{{u"all"_s, QJsonArray()}}},
                                {u"actions"_s, QJsonArray{transferTo(u"everyone"_s)}}});
    QFile file(name);
    const QJsonObject rulebook{{u"rulebook"_s, 1}, {u"queues"_s, queues}, {u"policies"_s, policies}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(rulebook).toJson()) < 0)
        throw Slip(file.errorString());
    return flows.keys() + QStringList{rest};
}

}
