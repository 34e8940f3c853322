#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>

#include <functional>
#include <vector>

namespace signalbox::test {

// A visitor in a real Chromium on the page at `url`; see visitor.mjs. Collects what they see.
class Visitor {
public:
    explicit Visitor(const QString& url);
    ~Visitor();   // leaves and closes the browser

    void write(const QString& text);
    void askForPerson();

    // What the visitor has seen so far, oldest first, and the first of it that fits.
    const std::vector<QJsonObject>& seen();
    bool hasSeen(const std::function<bool(const QJsonObject&)>& fits);
    bool isReady();
    QString complaints();   // what the browser's side printed to standard error

private:
    void tell(const QString& line);

    QProcess m_process;
    QByteArray m_rest;
    std::vector<QJsonObject> m_seen;
};

}
