#pragma once

#include "model/domain/result.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>

class QObject;

namespace signalbox {

// Every question the window asks, so that tests can answer it. Used only for what cannot be undone, and for files.
class Prompts {
public:
    virtual ~Prompts() = default;
    virtual bool confirm(const QString& question, const QString& actionLabel) = 0;
    virtual std::optional<QString> askText(const QString& question, const QString& actionLabel) = 0;
    virtual std::optional<QString> openFile(const QString& title, const QString& filter) = 0;
    virtual std::optional<QString> saveFile(const QString& title, const QString& filter, const QString& suggestion) = 0;

    // The files so chosen, read and written off the window's thread. The answer comes on it, unless `receiver` is gone by
    // then. More than 100 MB is not read; a file is replaced whole or not at all.
    virtual void readFile(const QString& file, QObject* receiver, std::function<void(const Result<std::string>&)> read) = 0;
    virtual void writeFile(const QString& file, std::string bytes, QObject* receiver,
                           std::function<void(const Result<void>&)> written) = 0;
};

}
